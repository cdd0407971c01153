package dev.parlance.kit.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The package that owns each table of a module, compared with the SQL in the module's sources.
///
/// @param root   the module's root package
/// @param owners for each table its package, without the root package
record TableOwners(String root, Map<String, String> owners) {
    /// Tables that every service has by way of the kit. A service does not name them: the kit does.
    static final Map<String, String> KIT_TABLES = Map.of(
            "outbox", "outbox",
            "lease", "lease",
            "quarantine", "quarantine",
            "intake_progress", "offset",
            "republication", "republish");

    Set<String> names() {
        return new TreeSet<>(owners.keySet());
    }

    /// Every class outside the owner's package that names a table in SQL.
    Set<SqlTables.Use> foreignUses() {
        return foreignUses(Path.of("src/main/java", root.split("\\.")));
    }

    /// @param sources the directory of the root package
    Set<SqlTables.Use> foreignUses(Path sources) {
        Map<String, String> all = new HashMap<>();
        KIT_TABLES.keySet().forEach(table -> all.put(table, "the kit"));
        all.putAll(owners);
        Set<SqlTables.Use> foreign = SqlTables.uses(sources, all.keySet());
        foreign.removeIf(use -> use.inPackage().equals(all.get(use.table())));
        return foreign;
    }

    static List<SqlTables.Use> known(List<KnownBreach> known) {
        return known.stream()
                .filter(KnownBreach::table)
                .map(breach -> new SqlTables.Use(breach.from(), breach.to()))
                .toList();
    }
}
