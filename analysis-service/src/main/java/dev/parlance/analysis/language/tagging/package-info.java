/// Part-of-speech tagging with OpenNLP's maximum entropy models. Called by the tokenizers of `spaced`, English and
/// German and, for the model format, by `detection`.
package dev.parlance.analysis.language.tagging;
