package dev.parlance.journey.fault.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;

/// Fires when a client of PostgreSQL says COMMIT: as a simple query, or by a statement that it prepared before.
public final class CommitSeen implements Trigger {
    private static final int LARGEST_OF_INTEREST = 256;

    private final Set<String> prepared = new HashSet<>();
    private final byte[] message = new byte[LARGEST_OF_INTEREST];
    /// Of the message that is being read: bytes seen, and its length with its type; the first message has no type.
    private int seen;
    private long length = Long.MAX_VALUE;
    private boolean typed;

    @Override
    public boolean seesItsMomentIn(byte[] bytes, int count) {
        boolean fires = false;
        for (int at = 0; at < count; at++) {
            if (seen < LARGEST_OF_INTEREST) {
                message[seen] = bytes[at];
            }
            seen++;
            int header = typed ? 5 : 4;
            if (seen == header) {
                length = number(header - 4) + (typed ? 1L : 0L);
            }
            if (seen >= header && seen == length) {
                fires |= typed && isCommit();
                next();
            }
        }
        return fires;
    }

    private void next() {
        // Before the start-up message there may be one that asks for encryption, both without a type; the start-up
        // message is the one that names a protocol 3.x.
        typed = typed || number(4) >> 16 == 3;
        seen = 0;
        length = Long.MAX_VALUE;
    }

    private boolean isCommit() {
        int size = (int) Math.min(length, LARGEST_OF_INTEREST);
        switch (message[0]) {
            case 'Q' -> {
                return isCommit(text(5, size));
            }
            case 'P' -> {
                String name = text(5, size);
                String query = text(5 + name.length() + 1, size);
                if (isCommit(query)) {
                    prepared.add(name);
                } else {
                    prepared.remove(name);
                }
                return false;
            }
            case 'B' -> {
                String portal = text(5, size);
                return prepared.contains(text(5 + portal.length() + 1, size));
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean isCommit(String query) {
        return query.regionMatches(true, 0, "commit", 0, "commit".length());
    }

    private String text(int from, int size) {
        int end = from;
        while (end < size && message[end] != 0) {
            end++;
        }
        return end <= from ? "" : new String(message, from, end - from, UTF_8);
    }

    private int number(int from) {
        return (message[from] & 0xff) << 24
                | (message[from + 1] & 0xff) << 16
                | (message[from + 2] & 0xff) << 8
                | (message[from + 3] & 0xff);
    }
}
