/// Delivery of live events to the subscribers of this instance: server-sent events, and the dispatcher that reads
/// for all of them. `channel.web` and `dialogue.analysis` call it.
package dev.parlance.conversation.stream.sse;
