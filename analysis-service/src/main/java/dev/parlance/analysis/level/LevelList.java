package dev.parlance.analysis.level;

import java.time.Instant;

/// A list of words with their levels.
///
/// @param tenant     whose it is; null for the one of all tenants that have none of this language
/// @param language   primary subtag
/// @param scheme     such as CEFR, JLPT, HSK
/// @param words      how many it has
/// @param generation higher than that of every list that was imported before
record LevelList(String tenant, String language, String scheme, int words, long generation, Instant importedAt) {
    /// What tells lists apart.
    record Name(String tenant, String language, String scheme) {}
}
