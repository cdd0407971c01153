package dev.parlance.benchmark.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads answers of HTTP/1.1 as they come in, one after the other: keeps the status and drops the body, whether its
/// length was told beforehand or chunk by chunk.
final class AnswerReader {
    private static final int LONGEST_LINE = 1 << 13;
    private static final int HEXADECIMAL = 16;

    private final byte[] line = new byte[LONGEST_LINE];
    private int lineLength;
    private State state = State.STATUS;
    private int status;
    private boolean chunked;
    private long left;

    private enum State {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS
    }

    /// Takes all of what was read; true when that ended an answer.
    boolean ends(ByteBuffer read) throws IOException {
        while (true) {
            if (state == State.BODY || state == State.CHUNK) {
                int skipped = (int) Math.min(left, read.remaining());
                read.position(read.position() + skipped);
                left -= skipped;
                if (left > 0) {
                    return false;
                }
                if (state == State.BODY) {
                    return ended();
                }
                state = State.CHUNK_SIZE;
            } else if (!readLine(read)) {
                return false;
            } else if (takeLine(new String(line, 0, lineLength, StandardCharsets.ISO_8859_1))) {
                return ended();
            }
        }
    }

    /// Of the answer that has ended.
    int status() {
        return status;
    }

    private boolean ended() {
        state = State.STATUS;
        return true;
    }

    /// Without its end, into `line`; false while there is more of it to come.
    private boolean readLine(ByteBuffer read) {
        if (lineLength > 0 && line[lineLength - 1] == '\n') {
            lineLength = 0;
        }
        while (read.hasRemaining()) {
            byte next = read.get();
            line[lineLength++] = next;
            if (next == '\n') {
                return true;
            }
        }
        return false;
    }

    /// Whether this line was the last of the answer.
    private boolean takeLine(String text) throws IOException {
        switch (state) {
            case STATUS -> {
                status = Integer.parseInt(text, 9, 12, 10);
                chunked = false;
                left = -1;
                state = State.HEADERS;
            }
            case HEADERS -> {
                return takeHeader(text.strip().toLowerCase(Locale.ROOT));
            }
            case CHUNK_SIZE -> {
                long size = Long.parseLong(text.strip(), HEXADECIMAL);
                left = size + 2; // and the end of the line after it
                state = size == 0 ? State.TRAILERS : State.CHUNK;
            }
            case TRAILERS -> {
                return text.isBlank();
            }
            case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
        }
        return false;
    }

    private boolean takeHeader(String header) throws IOException {
        if (header.startsWith("content-length:")) {
            left = Long.parseLong(header.substring("content-length:".length()).strip());
        } else if (header.startsWith("transfer-encoding:") && header.endsWith("chunked")) {
            chunked = true;
        } else if (header.isEmpty()) {
            if (!chunked && left < 0) {
                throw new IOException("an answer whose length nobody tells");
            }
            state = chunked ? State.CHUNK_SIZE : State.BODY;
            return !chunked && left == 0;
        }
        return false;
    }
}
