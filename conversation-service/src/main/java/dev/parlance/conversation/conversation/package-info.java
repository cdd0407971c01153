/// Conversations: started, kept alive by turns, ended by the client or by silence.
package dev.parlance.conversation.conversation;
