/// Republishes the events of conversations and turns for consumers that lost theirs, under their first `ce_id`. Only
/// the job that an operator starts (`kit.republish`) calls it.
package dev.parlance.conversation.operations.republish;
