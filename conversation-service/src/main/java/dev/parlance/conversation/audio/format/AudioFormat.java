package dev.parlance.conversation.audio.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The audio containers that are accepted. A declared content type counts only if the bytes have the signature of
/// that container. Tika core does not replace this: it reports WebM as Matroska, and MP4 audio with most brands as
/// video.
public enum AudioFormat {
    WEBM("webm", "audio/webm", "video/webm"),
    OGG("ogg", "audio/ogg", "application/ogg"),
    WAV("wav", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    MP3("mp3", "audio/mpeg", "audio/mp3"),
    M4A("m4a", "audio/mp4", "audio/x-m4a", "audio/m4a");

    /// The first bytes of a file that identify its container.
    public static final int SIGNATURE_BYTES = 64;

    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> contentTypes;

    AudioFormat(String extension, String... contentTypes) {
        this.extension = extension;
        this.contentTypes = List.of(contentTypes);
    }

    /// @param contentType as in the HTTP header; parameters such as `codecs` are ignored
    public static Optional<AudioFormat> ofContentType(String contentType) {
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

    /// The container of these bytes; empty if it is none of the accepted ones.
    ///
    /// @param head at least [#SIGNATURE_BYTES] of them, or all there are
    public static Optional<AudioFormat> of(byte[] head) {
        return Arrays.stream(values()).filter(format -> format.matches(head)).findFirst();
    }

    /// File name extension, without the dot.
    public String extension() {
        return extension;
    }

    /// The canonical one of its content types, under which objects are stored.
    public String contentType() {
        return contentTypes.getFirst();
    }

    private boolean matches(byte[] head) {
        return switch (this) {
            case WEBM ->
                hasAt(head, 0, "\u001aE\u00df\u00a3")
                        && new String(head, 0, Math.min(head.length, SIGNATURE_BYTES), StandardCharsets.ISO_8859_1)
                                .contains("webm");
            case OGG -> hasAt(head, 0, "OggS\0");
            case WAV -> hasAt(head, 0, "RIFF") && hasAt(head, 8, "WAVE");
            case MP3 -> hasAt(head, 0, "ID3") || Mp3Frame.at(head, 0).isPresent();
            case M4A -> hasAt(head, 4, "ftyp");
        };
    }

    /// Whether these bytes contain this ISO 8859-1 text at this offset.
    public static boolean hasAt(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
