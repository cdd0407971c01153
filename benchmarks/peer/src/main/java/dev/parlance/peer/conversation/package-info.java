/// Conversations and their turns: the one module of this application.
package dev.parlance.peer.conversation;
