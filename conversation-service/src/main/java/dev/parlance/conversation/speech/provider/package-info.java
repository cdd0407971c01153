/// Providers of speech and transcription: calls over HTTP or to a local program, within limits of time and size; the
/// kinds of failure; circuit breakers. Knows neither turns nor storage. For `speech.engine`, `speech.synthesis` and
/// `speech.transcription`.
package dev.parlance.conversation.speech.provider;
