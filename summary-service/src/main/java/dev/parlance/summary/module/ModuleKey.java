package dev.parlance.summary.module;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;

/// One module's day.
///
/// @param module `none` for turns without one
record ModuleKey(String tenant, String module, LocalDate date) implements Comparable<ModuleKey> {
    private static final Comparator<ModuleKey> ORDER = Comparator.comparing(ModuleKey::tenant)
            .thenComparing(ModuleKey::module)
            .thenComparing(ModuleKey::date);

    /// From the columns `tenant`, `module` and `date`.
    static ModuleKey of(ResultSet row) throws SQLException {
        return new ModuleKey(row.getString("tenant"), row.getString("module"), row.getObject("date", LocalDate.class));
    }

    @Override
    public int compareTo(ModuleKey other) {
        return ORDER.compare(this, other);
    }
}
