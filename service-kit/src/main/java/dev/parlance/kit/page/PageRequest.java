package dev.parlance.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.problem.BadCursor;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.UuidText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// The requested part of a list. A checksum binds a cursor to its list and its filters: one from elsewhere is
/// refused. It is not a secret, so it must not grant anything, and a client can make a cursor that bears it: each part
/// of the position is therefore read as the type that the list gave out, or the cursor is refused.
public final class PageRequest {
    /// Size of a page if the request has none.
    public static final int DEFAULT_LIMIT = 50;
    /// Maximum size of a page.
    public static final int MAX_LIMIT = 200;

    private static final char SEPARATOR = '\n';
    private static final int CHECKSUM_BYTES = 9;
    private static final int MAX_YEAR = 9999;

    private final int limit;
    private final String list;
    private final List<String> after;

    private PageRequest(int limit, String list, List<String> after) {
        this.limit = limit;
        this.list = list;
        this.after = after;
    }

    /// @param limit   as in the request, or null
    /// @param cursor  as in the request, or null
    /// @param list    name of the list
    /// @param filters everything that narrows or orders the list, null where it does not
    /// @throws InvalidRequest if the limit is not a number from 1 to 200
    /// @throws BadCursor      if the cursor is not of this list with these filters
    public static PageRequest of(String limit, String cursor, String list, Object... filters) {
        String name = list + SEPARATOR + Arrays.toString(filters);
        return new PageRequest(parseLimit(limit), name, cursor == null ? List.of() : decode(cursor, name));
    }

    public int limit() {
        return limit;
    }

    /// Rows to read: one more than the page holds, to know whether there is another.
    public int rows() {
        return limit + 1;
    }

    /// Whether this is the first page.
    public boolean isFirst() {
        return after.isEmpty();
    }

    /// Part of the position of the last row of the page before, as it was given to [Page#of].
    ///
    /// @param part from 0
    /// @return null for the first page
    /// @throws BadCursor if the cursor has no such part, or it holds a NUL
    public String textAfter(int part) {
        return after(part, text -> {
            if (text.indexOf('\0') >= 0) {
                throw new BadCursor();
            }
            return text;
        });
    }

    /// Likewise an instant of the years 1 to 9999.
    public Instant instantAfter(int part) {
        return after(part, text -> {
            Instant instant = Instant.parse(text);
            requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
            return instant;
        });
    }

    /// Likewise a date of the years 1 to 9999.
    public LocalDate dateAfter(int part) {
        return after(part, text -> {
            LocalDate date = LocalDate.parse(text);
            requireYear(date.getYear());
            return date;
        });
    }

    /// Likewise an id.
    public UUID uuidAfter(int part) {
        return after(part, text -> UuidText.parse(text).orElseThrow(BadCursor::new));
    }

    /// Likewise a number.
    public Integer intAfter(int part) {
        return after(part, Integer::valueOf);
    }

    private <T> T after(int part, Function<String, T> parser) {
        if (isFirst()) {
            return null;
        }
        if (part >= after.size()) {
            throw new BadCursor();
        }
        try {
            return parser.apply(after.get(part));
        } catch (DateTimeException | NumberFormatException e) {
            throw new BadCursor();
        }
    }

    private static void requireYear(int year) {
        if (year < 1 || year > MAX_YEAR) {
            throw new BadCursor();
        }
    }

    String cursor(List<String> position) {
        String text = String.join(String.valueOf(SEPARATOR), position);
        return encode(checksum(list, text)) + encode(text.getBytes(UTF_8));
    }

    private static int parseLimit(String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int parsed = Integer.parseInt(limit);
            if (parsed >= 1 && parsed <= MAX_LIMIT) {
                return parsed;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, like a number out of range
        }
        throw new InvalidRequest("limit", "limit must be a number from 1 to " + MAX_LIMIT, MAX_LIMIT);
    }

    private static List<String> decode(String cursor, String list) {
        int checksumLength = CHECKSUM_BYTES * 4 / 3;
        try {
            if (cursor.length() > checksumLength) {
                String text = new String(Base64.getUrlDecoder().decode(cursor.substring(checksumLength)), UTF_8);
                if (Objects.equals(encode(checksum(list, text)), cursor.substring(0, checksumLength))) {
                    return List.of(text.split(String.valueOf(SEPARATOR), -1));
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like a cursor of another list
        }
        throw new BadCursor();
    }

    private static byte[] checksum(String list, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((list + SEPARATOR + text).getBytes(UTF_8));
            return Arrays.copyOf(hash, CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
