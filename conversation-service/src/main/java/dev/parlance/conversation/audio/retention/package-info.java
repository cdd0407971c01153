/// Removes audio past its retention, and finds objects without a row and rows without an object. Done here and not
/// by lifecycle rules of S3, which not every S3 has. Called over HTTP; `audio.transfer` asks for the retention
/// periods.
package dev.parlance.conversation.audio.retention;
