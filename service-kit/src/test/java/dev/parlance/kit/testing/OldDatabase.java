package dev.parlance.kit.testing;

import dev.parlance.platform.Part;
import dev.parlance.platform.Platform;
import dev.parlance.platform.PlatformSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// A PostgreSQL of its own in which a service's tables are as an earlier version left them; gone when closed.
public final class OldDatabase implements AutoCloseable {
    private final Platform platform;
    private final String schema;
    private final Jdbi jdbi;

    private OldDatabase(Platform platform, String schema) {
        this.platform = platform;
        this.schema = schema;
        this.jdbi = Jdbi.create(
                platform.endpoints().jdbcUrl() + "?currentSchema=" + schema, schema + "_app", schema + "_app");
        jdbi.installPlugin(new PostgresPlugin());
    }

    /// The tables of the service whose schema it is, after this migration, without rows.
    public static OldDatabase of(String schema, String version) {
        var database =
                new OldDatabase(Platform.start(PlatformSettings.temporary().with(Part.POSTGRES)), schema);
        database.migrate(version);
        return database;
    }

    /// Runs the statements of a file among the tests' resources.
    public void run(String resource) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(handle -> handle.createScript(sql).execute());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All migrations that have come since, as at the start of the service.
    public void migrateOn() {
        migrate("latest");
    }

    /// What is stored, as the service itself sees it.
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

    private void migrate(String target) {
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
