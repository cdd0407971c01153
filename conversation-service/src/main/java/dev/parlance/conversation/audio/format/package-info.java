/// Audio as bytes: container, stated duration, checksum. Pure functions, no S3 and no database. For `audio` and
/// `speech`.
package dev.parlance.conversation.audio.format;
