/// The tokenizer of Italian, Spanish, French and Portuguese: from a text to tokens. One for the four, which differ
/// by a [dev.parlance.analysis.language.romance.morphology.RomanceLanguage] and reviewed tables. Called by
/// [dev.parlance.analysis.language.Languages] alone.
package dev.parlance.analysis.language.romance;
