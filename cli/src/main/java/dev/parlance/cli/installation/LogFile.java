package dev.parlance.cli.installation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/// A log file that may still be written.
public final class LogFile {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final int BLOCK_BYTES = 1 << 16;

    private final Path file;
    private long position;

    public LogFile(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// Renames it to `.1`, replacing an older one: each log belongs to one run.
    public void rotate() {
        try {
            if (exists()) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows the last lines; [#follow] continues after them.
    public void showLast(int lines, Consumer<String> show) throws IOException {
        if (!exists()) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long end = log.length();
            position = startOfLast(lines, log, end);
        }
        showNew(show, true);
    }

    /// Shows added lines until this thread is interrupted. A truncated log is read from its start.
    public void follow(Consumer<String> show) throws IOException {
        try {
            while (true) {
                if (exists()) {
                    showNew(show, false);
                }
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long startOfLast(int lines, RandomAccessFile log, long end) throws IOException {
        long start = end;
        int found = 0;
        byte[] block = new byte[BLOCK_BYTES];
        while (start > 0) {
            int length = (int) Math.min(BLOCK_BYTES, start);
            log.seek(start - length);
            log.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                boolean isLastByte = start - length + i == end - 1;
                if (block[i] == '\n' && !isLastByte && ++found == lines) {
                    return start - length + i + 1;
                }
            }
            start -= length;
        }
        return lines == 0 ? end : 0;
    }

    private void showNew(Consumer<String> show, boolean evenUnfinished) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < position) {
                position = 0;
            }
            log.seek(position);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK_BYTES];
            for (int length = log.read(block); length > 0; length = log.read(block)) {
                for (int i = 0; i < length; i++) {
                    if (block[i] == '\n') {
                        show.accept(line.toString(StandardCharsets.UTF_8));
                        position += line.size() + 1L;
                        line.reset();
                    } else {
                        line.write(block[i]);
                    }
                }
            }
            if (evenUnfinished && line.size() > 0) {
                show.accept(line.toString(StandardCharsets.UTF_8));
                position += line.size();
            }
        }
    }
}
