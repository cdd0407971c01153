/// Live events: the consumer of this service's own topic, and the stores of the tables `live_event` and
/// `live_learner`. The package `sse`, `dialogue.analysis` and `channel.web` call it; it knows only learners.
package dev.parlance.conversation.stream.event;
