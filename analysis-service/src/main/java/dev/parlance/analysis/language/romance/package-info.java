/// How Italian, Spanish, French and Portuguese texts are taken apart: one reader for the four, a small description of
/// each ([dev.parlance.analysis.language.romance.RomanceLanguage]) and reviewed tables. Only the package above calls
/// it, save that English reads its dictionaries of spelling with an
/// [dev.parlance.analysis.language.romance.Automaton].
package dev.parlance.analysis.language.romance;
