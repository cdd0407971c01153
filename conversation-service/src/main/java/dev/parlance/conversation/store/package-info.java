/// Objects in S3: put, read, signed for others, copied, listed, deleted. Knows keys and bytes, nothing of turns. For
/// every feature that keeps sound: `audio`, `speech`.
package dev.parlance.conversation.store;
