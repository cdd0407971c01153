/// Speech that was made: one row per hash with its lock, one object in S3, a cache in memory; the reconciliation of
/// rows and objects, and the list of speeches that were given up. For `speech.synthesis` and `speech.metrics`.
package dev.parlance.conversation.speech.cache;
