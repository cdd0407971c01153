package dev.parlance.conversation.synthesis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parlance.conversation.sound.SeenSound;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// How speech is written down. `ogg` is Opus in Ogg.
public enum AudioFormat {
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg"),
    FLAC("audio/flac");

    private static final byte[] NOT_ASKED = {};

    private final String contentType;

    AudioFormat(String contentType) {
        this.contentType = contentType;
    }

    /// The format of this name, as [#wireName()] has it.
    public static Optional<AudioFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst();
    }

    /// In requests, and behind the dot of a key.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    /// Whether these bytes begin as the format does: an error page does not.
    public boolean begins(byte[] sound) {
        return switch (this) {
            case MP3 -> isAt(sound, 0, "ID3") || (sound.length > 1 && sound[0] == -1 && (sound[1] & 0xE0) == 0xE0);
            case WAV -> isAt(sound, 0, "RIFF") && isAt(sound, 8, "WAVE");
            case OGG -> isAt(sound, 0, "OggS");
            case FLAC -> isAt(sound, 0, "fLaC");
        };
    }

    /// How long sound of this format lasts, in milliseconds; nothing where it does not say.
    public OptionalLong durationMs(byte[] sound) {
        return new SeenSound(sound.length, NOT_ASKED, sound, sound).statedMillis();
    }

    private static boolean isAt(byte[] sound, int at, String sign) {
        byte[] wanted = sign.getBytes(ISO_8859_1);
        return sound.length >= at + wanted.length
                && Arrays.equals(sound, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
