/// The tokenizer of languages that write spaces between words. Called by the packages of English and German alone.
package dev.parlance.analysis.language.spaced;
