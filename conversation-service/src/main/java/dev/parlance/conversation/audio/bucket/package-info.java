/// Whose bucket it is: the id of this installation in the database and in the bucket. Nothing is removed from a bucket,
/// and no row is marked as missing in it, unless both agree. `audio.transfer`, `audio.retention` and the speech ask
/// here; operators adopt a bucket over HTTP.
package dev.parlance.conversation.audio.bucket;
