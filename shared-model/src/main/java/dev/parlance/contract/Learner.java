package dev.parlance.contract;

import java.util.regex.Pattern;

/// A learner within a tenant; the key of every event, so neither part may hold a slash.
///
/// @param tenant the client application or organisation: `[a-z0-9][a-z0-9._-]{0,63}`
/// @param id     chosen by the client app: `[A-Za-z0-9._~@:+-]{1,128}`
public record Learner(String tenant, String id) {

    /// The tenant of an installation that serves only one.
    public static final String DEFAULT_TENANT = "default";

    /// Where a key needs a module and the conversation names none.
    public static final String NO_MODULE = "none";

    private static final Pattern LEARNER = Pattern.compile("[A-Za-z0-9._~@:+-]{1,128}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /// @throws InvalidId if either part breaks its alphabet
    public Learner {
        if (tenant == null || !NAME.matcher(tenant).matches()) {
            throw new InvalidId("tenant", tenant);
        }
        if (!isLearnerId(id)) {
            throw new InvalidId("learnerId", id);
        }
    }

    /// The Kafka key of everything that concerns this learner: one partition, hence one order.
    public String key() {
        return tenant + "/" + id;
    }

    /// The learner whose [#key] it is.
    ///
    /// @throws InvalidId if it is none
    public static Learner ofKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? new Learner(key, null) : new Learner(key.substring(0, slash), key.substring(slash + 1));
    }

    public static boolean isLearnerId(String id) {
        return id != null && LEARNER.matcher(id).matches();
    }

    /// Tenants and modules share this alphabet.
    public static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }
}
