/// The HTTP resources that record turns, one or many, the group commit behind them and `Prefer: wait`. Nobody calls
/// this package but HTTP.
package dev.parlance.conversation.dialogue.ingest;
