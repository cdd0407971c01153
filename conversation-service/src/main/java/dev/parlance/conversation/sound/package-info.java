/// Sound as bytes: which container it is, how long it says it lasts, what its checksum is. Pure, without S3 or
/// database. For `audio` and `speech`.
package dev.parlance.conversation.sound;
