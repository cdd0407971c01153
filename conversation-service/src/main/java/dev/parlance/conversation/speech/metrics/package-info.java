/// Gauges of work that waits for a person or a worker in `speech.cache` and `speech.transcription`. Called by nobody.
package dev.parlance.conversation.speech.metrics;
