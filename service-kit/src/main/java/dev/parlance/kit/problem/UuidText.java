package dev.parlance.kit.problem;

import java.util.Optional;
import java.util.UUID;

/// The ids of requests, in paths and as filters: UUIDs in their usual form, 36 characters in groups of 8, 4, 4, 4 and
/// 12 hexadecimal digits.
public final class UuidText {
    private UuidText() {}

    /// A filter by an id; null if the request has none.
    ///
    /// @throws InvalidRequest if it is not a UUID
    public static UUID parseFilter(String field, String text) {
        return text == null
                ? null
                : parse(text).orElseThrow(() -> new InvalidRequest(field, field + " must be a UUID"));
    }

    /// Empty if the text is null or not in the usual form. [UUID#fromString] also takes short forms such as
    /// `1-1-1-1-1`, so that several texts would name the same thing.
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString).filter(uuid -> uuid.toString()
                    .equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
