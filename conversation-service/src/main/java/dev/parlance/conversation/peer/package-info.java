/// The other services, asked over HTTP what a client wants to know of one turn. Nothing that is written waits for them.
package dev.parlance.conversation.peer;
