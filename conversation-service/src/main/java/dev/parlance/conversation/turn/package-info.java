/// Turns: recorded once, in the order of their conversation, and announced.
package dev.parlance.conversation.turn;
