package dev.parlance.benchmark.load.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads answers of HTTP/1.1 as they come in, one after the other: keeps the status and drops the body, whether its
/// length is given by Content-Length or by chunks.
final class HttpResponseParser {
    private static final int MAX_LINE_BYTES = 1 << 13;
    private static final int HEX_RADIX = 16;

    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int lineLength;
    private State state = State.STATUS;
    private int status;
    private boolean chunked;
    private long remainingBytes;

    private enum State {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS
    }

    /// Takes all of what was read; true when that ended an answer.
    boolean parse(ByteBuffer read) throws IOException {
        while (true) {
            if (state == State.BODY || state == State.CHUNK) {
                int skipped = (int) Math.min(remainingBytes, read.remaining());
                read.position(read.position() + skipped);
                remainingBytes -= skipped;
                if (remainingBytes > 0) {
                    return false;
                }
                if (state == State.BODY) {
                    return finishResponse();
                }
                state = State.CHUNK_SIZE;
            } else if (!readLine(read)) {
                return false;
            } else if (parseLine(new String(line, 0, lineLength, StandardCharsets.ISO_8859_1))) {
                return finishResponse();
            }
        }
    }

    /// Of the answer that has ended.
    int status() {
        return status;
    }

    private boolean finishResponse() {
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
    private boolean parseLine(String text) throws IOException {
        switch (state) {
            case STATUS -> {
                status = Integer.parseInt(text, 9, 12, 10);
                chunked = false;
                remainingBytes = -1;
                state = State.HEADERS;
            }
            case HEADERS -> {
                return parseHeader(text.strip().toLowerCase(Locale.ROOT));
            }
            case CHUNK_SIZE -> {
                long size = Long.parseLong(text.strip(), HEX_RADIX);
                remainingBytes = size + 2; // and the end of the line after it
                state = size == 0 ? State.TRAILERS : State.CHUNK;
            }
            case TRAILERS -> {
                return text.isBlank();
            }
            case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
        }
        return false;
    }

    private boolean parseHeader(String header) throws IOException {
        if (header.startsWith("content-length:")) {
            remainingBytes =
                    Long.parseLong(header.substring("content-length:".length()).strip());
        } else if (header.startsWith("transfer-encoding:") && header.endsWith("chunked")) {
            chunked = true;
        } else if (header.isEmpty()) {
            if (!chunked && remainingBytes < 0) {
                throw new IOException("an answer whose length nobody tells");
            }
            state = chunked ? State.CHUNK_SIZE : State.BODY;
            return !chunked && remainingBytes == 0;
        }
        return false;
    }
}
