package dev.parlance.platform;

import dev.parlance.platform.host.EnvironmentSetting;
import dev.parlance.platform.kafka.Topics;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.Database;
import java.util.Locale;

/// Servers that are already running, named by environment variables. Missing topics are created; roles and schemas
/// only if `PARLANCE_DB_ADMIN_USER` is set: otherwise `deploy/postgres/roles.sql` must have been run.
record ExternalPlatform(Endpoints endpoints) implements Platform {

    static ExternalPlatform start(PlatformSettings settings) {
        var endpoints = new Endpoints(
                require(settings, Part.KAFKA, "PARLANCE_KAFKA"),
                require(settings, Part.POSTGRES, "PARLANCE_DB_URL"),
                null,
                require(settings, Part.S3, "PARLANCE_S3_URL"),
                require(settings, Part.S3, "PARLANCE_S3_ACCESS_KEY"),
                require(settings, Part.S3, "PARLANCE_S3_SECRET_KEY"));
        if (endpoints.kafka() != null) Topics.load().createMissing(endpoints.kafka());
        if (endpoints.jdbcUrl() != null) {
            EnvironmentSetting.find("PARLANCE_DB_ADMIN_USER").ifPresent(admin -> provision(endpoints.jdbcUrl(), admin));
        }
        return new ExternalPlatform(endpoints);
    }

    /// Nothing was started, so nothing is stopped.
    @Override
    public void close() {}

    private static String require(PlatformSettings settings, Part part, String name) {
        return settings.parts().contains(part) ? EnvironmentSetting.require(name) : null;
    }

    /// The password of a role is `PARLANCE_DB_PASSWORD_<ROLE>`, by default the role's name, as on a local
    /// installation.
    private static void provision(String url, String admin) {
        var password = EnvironmentSetting.find("PARLANCE_DB_ADMIN_PASSWORD").orElse("");
        new Database(url, admin, password)
                .provision(role -> EnvironmentSetting.find("PARLANCE_DB_PASSWORD_" + role.toUpperCase(Locale.ROOT))
                        .orElse(role));
    }
}
