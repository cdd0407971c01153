package dev.parlance.kit.problem;

import java.util.regex.Pattern;

/// An id of a request as the detail of a problem may name it: no other text is repeated, it could be anybody's.
public final class QuotedId {
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private QuotedId() {}

    /// The id if it is a UUID, else `with this id`.
    public static String of(String id) {
        return UUID.matcher(id).matches() ? id : "with this id";
    }
}
