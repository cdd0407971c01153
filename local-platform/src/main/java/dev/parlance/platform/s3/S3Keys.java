package dev.parlance.platform.s3;

import dev.parlance.platform.host.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The access key and the secret key of the local S3, stored beside the data so that they survive a restart.
public record S3Keys(String accessKey, String secretKey) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static S3Keys loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) write(file);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static S3Keys random() {
        return new S3Keys("parlance" + hex(6), hex(20));
    }

    private static S3Keys read(Path file) throws IOException {
        var stored = new Properties();
        try (var in = Files.newInputStream(file)) {
            stored.load(in);
        }
        return new S3Keys(stored.getProperty("accessKey"), stored.getProperty("secretKey"));
    }

    private static void write(Path file) {
        var keys = random();
        PrivateFile.write(file, "accessKey=%s\nsecretKey=%s\n".formatted(keys.accessKey, keys.secretKey));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
