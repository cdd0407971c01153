/// The tokenizer of German, its dictionary and rules. Called by [dev.parlance.analysis.language.Languages] alone.
package dev.parlance.analysis.language.german;
