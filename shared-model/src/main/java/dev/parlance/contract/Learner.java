package dev.parlance.contract;

import java.util.Optional;

/// A learner within a tenant; the key of every event, so neither part may hold a slash.
///
/// @param tenant the client application or organisation: `[a-z0-9][a-z0-9._-]{0,63}`
/// @param id     chosen by the client app: `[A-Za-z0-9._~@:+-]{1,128}`
public record Learner(String tenant, String id) {

    /// The tenant of an installation that serves only one.
    public static final String DEFAULT_TENANT = "default";

    /// Where a key needs a module and the conversation names none.
    public static final String NO_MODULE = "none";

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_NAME = 64;

    /// @throws InvalidId if either part breaks its alphabet
    public Learner {
        if (!isName(tenant)) {
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

    /// The learner of this id where one tenant is served; empty if no learner can have it.
    public static Optional<Learner> ofId(String id) {
        return isLearnerId(id) ? Optional.of(new Learner(DEFAULT_TENANT, id)) : Optional.empty();
    }

    public static boolean isLearnerId(String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            return false;
        }
        for (int at = 0; at < id.length(); at++) {
            char c = id.charAt(at);
            if (!isLowerOrDigit(c) && !(c >= 'A' && c <= 'Z') && "._~@:+-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Tenants and modules share this alphabet.
    public static boolean isName(String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST_NAME || !isLowerOrDigit(name.charAt(0))) {
            return false;
        }
        for (int at = 1; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!isLowerOrDigit(c) && "._-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
