package dev.parlance.conversation.sound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The containers of sound that are taken in. What a client calls its bytes is only believed if they begin like it.
public enum SoundFormat {
    WEBM("webm", "audio/webm", "video/webm"),
    OGG("ogg", "audio/ogg", "application/ogg"),
    WAV("wav", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    MP3("mp3", "audio/mpeg", "audio/mp3"),
    M4A("m4a", "audio/mp4", "audio/x-m4a", "audio/m4a");

    /// So many of a sound's first bytes tell what it is.
    public static final int TELLING_BYTES = 64;

    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> contentTypes;

    SoundFormat(String extension, String... contentTypes) {
        this.extension = extension;
        this.contentTypes = List.of(contentTypes);
    }

    /// @param contentType as HTTP has it; parameters such as `codecs` are ignored
    public static Optional<SoundFormat> ofContentType(String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.contentTypes.contains(type))
                .findFirst();
    }

    /// What these bytes are; nothing if they are no sound that is taken in.
    ///
    /// @param head at least [#TELLING_BYTES] of them, or all there are
    public static Optional<SoundFormat> of(byte[] head) {
        return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
    }

    /// Of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// The one of its types under which it is stored.
    public String contentType() {
        return contentTypes.getFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case WEBM ->
                has(head, 0, "\u001aE\u00df\u00a3")
                        && new String(head, 0, Math.min(head.length, TELLING_BYTES), StandardCharsets.ISO_8859_1)
                                .contains("webm");
            case OGG -> has(head, 0, "OggS\0");
            case WAV -> has(head, 0, "RIFF") && has(head, 8, "WAVE");
            case MP3 -> has(head, 0, "ID3") || Mp3Frame.at(head, 0).isPresent();
            case M4A -> has(head, 4, "ftyp");
        };
    }

    private static boolean has(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
