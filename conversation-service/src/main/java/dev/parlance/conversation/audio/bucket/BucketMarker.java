package dev.parlance.conversation.audio.bucket;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// The content of the object `parlance-installation`: two lines of text.
///
/// @param installation whose bucket it is
/// @param mark         the last mark that the installation has written
record BucketMarker(UUID installation, UUID mark) {
    static final String KEY = "parlance-installation";
    static final String CONTENT_TYPE = "text/plain";
    static final int MAX_BYTES = 1_024;

    /// @return empty if the text is something else
    static Optional<BucketMarker> parse(byte[] text) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
            return Optional.of(new BucketMarker(
                    UUID.fromString(lines.getProperty("installation", "")),
                    UUID.fromString(lines.getProperty("mark", ""))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] text() {
        return """
                # Whose bucket this is: without this object, Parlance removes nothing here.
                installation=%s
                mark=%s
                """.formatted(installation, mark).getBytes(StandardCharsets.UTF_8);
    }
}
