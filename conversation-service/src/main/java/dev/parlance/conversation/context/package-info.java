/// The context that a partner (a language model, a tutor) is given for its next reply: the last turns and the words
/// so far, followed from the analysis.
package dev.parlance.conversation.context;
