/// Tells conversations and their turns again, for readers that lost theirs. Nobody calls it but a person.
package dev.parlance.conversation.republish;
