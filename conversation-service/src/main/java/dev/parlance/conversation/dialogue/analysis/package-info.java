/// What this service knows of the analysis of its turns: the consumer of `analysis-events`, the store of the table
/// `analyzed_turn`, the wait for an analysis and the HTTP client of the other services. The packages `turn` and
/// `ingest` and `operations.trace` call it.
package dev.parlance.conversation.dialogue.analysis;
