package dev.parlance.platform.postgres;

import dev.parlance.platform.host.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The password of the superuser `postgres` of a local installation. Whoever has it can run programs as the user who
/// started the server (`copy … from program`), and every user of this machine reaches the port: so it is random, and
/// its file, beside the data, can be read by that user only.
///
/// @param value hexadecimal digits
public record SuperuserPassword(String value) {
    /// Of data from before each installation had a password of its own.
    static final SuperuserPassword FORMER = new SuperuserPassword("postgres");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    /// @param directory of the platform's data
    public static Path file(Path directory) {
        return directory.resolve("postgres-superuser");
    }

    /// The password in the file of this directory, which is written if there is none.
    public static SuperuserPassword loadOrCreate(Path directory) {
        var file = file(directory);
        if (!Files.exists(file)) {
            PrivateFile.directory(directory);
            PrivateFile.write(file, random().value);
        }
        return load(directory);
    }

    /// The password in the file of this directory.
    public static SuperuserPassword load(Path directory) {
        try {
            return new SuperuserPassword(Files.readString(file(directory)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SuperuserPassword random() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new SuperuserPassword(HexFormat.of().formatHex(random));
    }

    /// Without the value: it may end in a log.
    @Override
    public String toString() {
        return "SuperuserPassword";
    }
}
