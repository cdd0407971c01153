package dev.parlance.analysis.level;

import java.time.Instant;

/// A list of words with their levels.
///
/// @param tenant     whose list it is; null for all tenants that have none of this language
/// @param language   primary subtag
/// @param scheme     such as CEFR, JLPT, HSK
/// @param words      how many it has
/// @param generation higher than that of every list that was imported before
record LevelList(String tenant, String language, String scheme, int words, long generation, Instant importedAt) {
    /// What identifies a list.
    record Key(String tenant, String language, String scheme) {}
}
