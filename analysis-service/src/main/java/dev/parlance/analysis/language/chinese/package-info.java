/// The tokenizer of Chinese, its dictionary and rules. Called by [dev.parlance.analysis.language.Languages] alone.
package dev.parlance.analysis.language.chinese;
