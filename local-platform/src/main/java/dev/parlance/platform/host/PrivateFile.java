package dev.parlance.platform.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and directories that only their owner may read, whatever the umask: they hold secrets.
public final class PrivateFile {
    private static final String FILE_PERMISSIONS = "rw-------";
    private static final String DIRECTORY_PERMISSIONS = "rwx------";

    private PrivateFile() {}

    /// Replaces the file as a whole: readers see the former text or this one.
    public static void write(Path file, String text) {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft); // of a killed run, with permissions of its own
            Files.createFile(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE_PERMISSIONS)));
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Creates the directory and its parents, and takes a directory that exists away from everybody else.
    public static Path directory(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(DIRECTORY_PERMISSIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
