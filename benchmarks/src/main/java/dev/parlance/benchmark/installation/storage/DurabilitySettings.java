package dev.parlance.benchmark.installation.storage;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.SqlClient;

/// The durability settings of PostgreSQL.
public record DurabilitySettings(String version, String fsync, String synchronousCommit) {
    private static final String SETTINGS_QUERY = "select current_setting('server_version'), current_setting('fsync'),"
            + " current_setting('synchronous_commit')";

    public static DurabilitySettings readDurable(String jdbcUrl) {
        DurabilitySettings durability = new SqlClient(jdbcUrl, "checker")
                .query(
                        SETTINGS_QUERY,
                        row -> new DurabilitySettings(row.getString(1), row.getString(2), row.getString(3)))
                .getFirst();
        if (!durability.fsync.equals("on") || !durability.synchronousCommit.equals("on")) {
            throw Failure.failed("Figures would mean nothing: %s.".formatted(durability.describe()));
        }
        return durability;
    }

    public String describe() {
        return "PostgreSQL %s with fsync %s, synchronous_commit %s".formatted(version, fsync, synchronousCommit);
    }
}
