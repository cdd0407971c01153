/// Tokens, sentences and language codes: the common ground of all languages. Every package of the service may use it;
/// it imports no other package of this service.
package dev.parlance.analysis.language.text;
