/// The tokenizer of Japanese, its dictionary and rules, called by [dev.parlance.analysis.language.Languages]; and the
/// kana scripts, for every package of this service.
package dev.parlance.analysis.language.japanese;
