package dev.parlance.contract.id;

import java.util.Optional;

/// A learner within a tenant. Both parts form the key of events, so neither may hold a slash.
///
/// @param tenant the client application or organisation: `[a-z0-9][a-z0-9._-]{0,63}`
/// @param id     chosen by the client application: `[A-Za-z0-9._~@:+-]{1,128}`
public record Learner(String tenant, String id) {

    /// The tenant of an installation that serves only one.
    public static final String DEFAULT_TENANT = "default";

    /// Stands for the module in a key where the conversation has none.
    public static final String NO_MODULE = "none";

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_NAME_LENGTH = 64;

    /// @throws InvalidId if a part is missing, too long or has other characters
    public Learner {
        if (!isName(tenant)) {
            throw new InvalidId("tenant", tenant);
        }
        if (!isLearnerId(id)) {
            throw new InvalidId("learnerId", id);
        }
    }

    /// The Kafka key of all events about this learner, which therefore share a partition and keep their order.
    public String key() {
        return tenant + "/" + id;
    }

    /// The learner with this [#key].
    ///
    /// @throws InvalidId if no learner can have it
    public static Learner ofKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? new Learner(key, null) : new Learner(key.substring(0, slash), key.substring(slash + 1));
    }

    /// The learner of this id in the default tenant; empty if no learner can have it.
    public static Optional<Learner> ofId(String id) {
        return isLearnerId(id) ? Optional.of(new Learner(DEFAULT_TENANT, id)) : Optional.empty();
    }

    public static boolean isLearnerId(String id) {
        if (id == null || id.isEmpty() || id.length() > MAX_ID_LENGTH) {
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
        if (name == null || name.isEmpty() || name.length() > MAX_NAME_LENGTH || !isLowerOrDigit(name.charAt(0))) {
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
