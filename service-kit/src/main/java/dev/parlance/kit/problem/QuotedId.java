package dev.parlance.kit.problem;

/// An id of a request as the detail of a problem may name it: no other text is repeated, it could be anybody's.
public final class QuotedId {
    private QuotedId() {}

    /// The id if it is a UUID, else `with this id`.
    public static String of(String id) {
        return UuidText.parse(id).isPresent() ? id : "with this id";
    }
}
