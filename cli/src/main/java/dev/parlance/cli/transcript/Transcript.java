package dev.parlance.cli.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file of conversations, read once from front to back. What stays in memory is where each line begins and whose
/// it is, not what it says: a file may be larger than the memory.
record Transcript(Path file, List<Line> lines, List<BadLine> badLines) {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Where a conversation is in its file, who had it and when; `learnerId` is empty for a guest.
    record Line(Path file, int number, long offset, int length, String learnerId, Instant startedAt, int turns) {
        Sitting sitting() throws IOException, Unreadable {
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer bytes = ByteBuffer.allocate(length);
                while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                    // a read may stop short of what was asked for
                }
                return Sitting.read(bytes.array());
            }
        }

        BadLine bad(Integer turn, String reason) {
            return new BadLine(file.getFileName().toString(), number, turn, reason);
        }
    }

    static Transcript index(Path file) throws IOException {
        Transcript transcript = new Transcript(file, new ArrayList<>(), new ArrayList<>());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            transcript.index(in);
        }
        return transcript;
    }

    private void index(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        long offset = skipByteOrderMark(in);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                add(number++, offset, line.toByteArray());
                offset += line.size() + 1;
                line.reset();
            } else {
                line.write(next);
            }
        }
        add(number, offset, line.toByteArray());
    }

    private static long skipByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            return BYTE_ORDER_MARK.length;
        }
        in.reset();
        return 0;
    }

    private void add(int number, long offset, byte[] bytes) {
        if (isBlank(bytes)) {
            return;
        }
        try {
            Sitting sitting = Sitting.read(bytes);
            lines.add(new Line(
                    file,
                    number,
                    offset,
                    bytes.length,
                    sitting.learnerId(),
                    sitting.startedAt(),
                    sitting.turns().size()));
        } catch (Unreadable e) {
            badLines.add(new BadLine(file.getFileName().toString(), number, null, e.getMessage()));
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
