package dev.parlance.fault.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;

/// Fires when a client of PostgreSQL says COMMIT: as a simple query, or by a statement that it prepared before.
public final class CommitTrigger implements CutTrigger {
    private static final int MAX_MESSAGE_BYTES = 256;

    private final Set<String> prepared = new HashSet<>();
    private final byte[] message = new byte[MAX_MESSAGE_BYTES];
    /// Of the message that is being read: bytes seen, and its length with its type; the first message has no type.
    private int bytesRead;
    private long length = Long.MAX_VALUE;
    private boolean hasTypeByte;

    @Override
    public boolean firesOn(byte[] bytes, int count) {
        boolean fires = false;
        for (int at = 0; at < count; at++) {
            if (bytesRead < MAX_MESSAGE_BYTES) {
                message[bytesRead] = bytes[at];
            }
            bytesRead++;
            int header = hasTypeByte ? 5 : 4;
            if (bytesRead == header) {
                length = readInt(header - 4) + (hasTypeByte ? 1L : 0L);
            }
            if (bytesRead >= header && bytesRead == length) {
                fires |= hasTypeByte && isCommit();
                startNextMessage();
            }
        }
        return fires;
    }

    private void startNextMessage() {
        // Before the start-up message there may be one that asks for encryption, both without a type; the start-up
        // message is the one that names a protocol 3.x.
        hasTypeByte = hasTypeByte || readInt(4) >> 16 == 3;
        bytesRead = 0;
        length = Long.MAX_VALUE;
    }

    private boolean isCommit() {
        int size = (int) Math.min(length, MAX_MESSAGE_BYTES);
        switch (message[0]) {
            case 'Q' -> {
                return isCommit(readString(5, size));
            }
            case 'P' -> {
                String name = readString(5, size);
                String query = readString(5 + name.length() + 1, size);
                if (isCommit(query)) {
                    prepared.add(name);
                } else {
                    prepared.remove(name);
                }
                return false;
            }
            case 'B' -> {
                String portal = readString(5, size);
                return prepared.contains(readString(5 + portal.length() + 1, size));
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean isCommit(String query) {
        return query.regionMatches(true, 0, "commit", 0, "commit".length());
    }

    private String readString(int from, int size) {
        int end = from;
        while (end < size && message[end] != 0) {
            end++;
        }
        return end <= from ? "" : new String(message, from, end - from, UTF_8);
    }

    private int readInt(int from) {
        return (message[from] & 0xff) << 24
                | (message[from + 1] & 0xff) << 16
                | (message[from + 2] & 0xff) << 8
                | (message[from + 3] & 0xff);
    }
}
