/// Transcription of learner audio by a provider: a job for each audio without text, created in the transaction that
/// makes the audio available, retried until it succeeds or cannot. Turns know nothing of it; its text is stored like
/// a client's transcript. Off unless an endpoint is configured.
package dev.parlance.conversation.speech.transcription;
