package dev.parlance.analysis.level;

import java.time.Instant;

/// A list of words with their levels.
///
/// @param language   primary subtag
/// @param scheme     such as CEFR, JLPT, HSK
/// @param words      how many it has
/// @param generation higher than that of every list that was imported before
record LevelList(String language, String scheme, int words, long generation, Instant importedAt) {}
