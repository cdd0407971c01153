/// The text of what learners said, heard by an outside party: a job for each sound without text, made in the
/// transaction in which the sound becomes available, tried until it succeeds or cannot. Turns know nothing of it;
/// the text goes the way of a client's transcript. Off unless an endpoint is set.
package dev.parlance.conversation.transcription;
