package dev.parlance.kit.testing;

import dev.parlance.platform.Platform;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// A temporary PostgreSQL with the tables of a service as an earlier version created them.
public final class MigrationDatabase implements AutoCloseable {
    private final Platform platform;
    private final String schema;
    private final Jdbi jdbi;

    private MigrationDatabase(Platform platform, String schema) {
        this.platform = platform;
        this.schema = schema;
        this.jdbi = Jdbi.create(
                platform.endpoints().jdbcUrl() + "?currentSchema=" + schema, schema + "_app", schema + "_app");
        jdbi.installPlugin(new PostgresPlugin());
    }

    /// Creates the tables of a schema as after this migration, without rows.
    public static MigrationDatabase atVersion(String schema, String version) {
        var database = new MigrationDatabase(
                Platform.start(PlatformSettings.temporary().withParts(Part.POSTGRES)), schema);
        database.migrateTo(version);
        return database;
    }

    /// Executes the statements of a file among the tests' resources.
    public void runScript(String resource) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(handle -> handle.createScript(sql).execute());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Executes the later migrations, as the service does at its start.
    public void migrateToLatest() {
        migrateTo("latest");
    }

    /// The stored data with the rights of the service.
    public List<Map<String, Object>> rows(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapToMap().list());
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        platform.close();
    }

    private void migrateTo(String target) {
        Flyway.configure()
                .dataSource(platform.endpoints().jdbcUrl(), schema + "_owner", schema + "_owner")
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(false)
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
