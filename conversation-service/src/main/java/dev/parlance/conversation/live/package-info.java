/// What happens to learners, told to those who listen at this moment: streams of server-sent events that lose nothing
/// between two connections, and the wait of a request for its turn's analysis. `context` tells it what the analysis
/// found, `turn` waits here; it knows nothing but conversations.
package dev.parlance.conversation.live;
