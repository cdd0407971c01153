package dev.parlance.platform;

import java.util.Locale;

/// Servers that somebody else runs, named by environment variables. Topics are created where they are missing;
/// roles and schemas only if `PARLANCE_DB_ADMIN_USER` is set: otherwise somebody has run
/// `deploy/postgres/roles.sql`.
record ExternalPlatform(Endpoints endpoints) implements Platform {

    static ExternalPlatform start(PlatformSettings settings) {
        var endpoints = new Endpoints(
                of(settings, Part.KAFKA, "PARLANCE_KAFKA"),
                of(settings, Part.POSTGRES, "PARLANCE_DB_URL"),
                of(settings, Part.S3, "PARLANCE_S3_URL"),
                of(settings, Part.S3, "PARLANCE_S3_ACCESS_KEY"),
                of(settings, Part.S3, "PARLANCE_S3_SECRET_KEY"));
        if (endpoints.kafka() != null) Topics.load().createMissing(endpoints.kafka());
        if (endpoints.jdbcUrl() != null) {
            Setting.of("PARLANCE_DB_ADMIN_USER").ifPresent(admin -> furnish(endpoints.jdbcUrl(), admin));
        }
        return new ExternalPlatform(endpoints);
    }

    /// Nothing was started, so nothing is stopped.
    @Override
    public void close() {}

    private static String of(PlatformSettings settings, Part part, String name) {
        return settings.parts().contains(part) ? Setting.required(name) : null;
    }

    /// A role's password is in `PARLANCE_DB_PASSWORD_<ROLE>`, or else its name, as on a local installation.
    private static void furnish(String url, String admin) {
        var password = Setting.of("PARLANCE_DB_ADMIN_PASSWORD").orElse("");
        new Database(url, admin, password)
                .furnish(role -> Setting.of("PARLANCE_DB_PASSWORD_" + role.toUpperCase(Locale.ROOT))
                        .orElse(role));
    }
}
