package dev.parlance.cli.importing;

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

/// A file of conversations. Only the offset and the learner of each line are kept in memory: a file may be larger than
/// the memory, a line at most 16 MiB.
record Transcript(Path file, List<Line> lines, List<ImportError> errors) {
    private static final int MAX_LINE_BYTES = 16 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// The position of a conversation in the file, its learner and its time; `learnerId` is empty for a guest.
    record Line(Path file, int number, long offset, int length, String learnerId, Instant startedAt, int turns) {
        TranscriptConversation readConversation() throws IOException, UnreadableLineException {
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer bytes = ByteBuffer.allocate(length);
                while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                    // a read may return fewer bytes than requested
                }
                return TranscriptConversation.parse(bytes.array());
            }
        }

        ImportError error(Integer turn, String reason) {
            return new ImportError(file.getFileName().toString(), number, turn, reason);
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
        long length = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                add(number++, offset, length, line);
                offset += length + 1;
                length = 0;
                line.reset();
            } else {
                length++;
                if (length <= MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
        }
        add(number, offset, length, line);
    }

    private void add(int number, long offset, long length, ByteArrayOutputStream line) {
        if (length <= MAX_LINE_BYTES) {
            add(number, offset, line.toByteArray());
        } else {
            errors.add(new ImportError(file.getFileName().toString(), number, null, "is longer than 16 MiB"));
        }
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
            TranscriptConversation conversation = TranscriptConversation.parse(bytes);
            lines.add(new Line(
                    file,
                    number,
                    offset,
                    bytes.length,
                    conversation.learnerId(),
                    conversation.startedAt(),
                    conversation.turns().size()));
        } catch (UnreadableLineException e) {
            errors.add(new ImportError(file.getFileName().toString(), number, null, e.getMessage()));
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
