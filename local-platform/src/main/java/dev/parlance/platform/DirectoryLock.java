package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One platform per directory: held by the JVM that runs it, and released by the system however that JVM ends.
/// Only who holds it may take processes found in the directory for leftovers.
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            var file = Directories.create(directory).resolve("platform.lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locks(channel)) return new DirectoryLock(channel);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new PlatformFailure(
                "Parlance already runs on %s: stop it with ./parlance down, or choose another directory."
                        .formatted(directory));
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very JVM
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
