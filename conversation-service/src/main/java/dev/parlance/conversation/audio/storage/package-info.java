/// Objects in S3: put, read, sign, copy, list, delete. Knows keys and bytes, nothing of turns. For `audio` and
/// `speech`.
package dev.parlance.conversation.audio.storage;
