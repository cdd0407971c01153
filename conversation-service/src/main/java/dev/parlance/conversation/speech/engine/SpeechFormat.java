package dev.parlance.conversation.speech.engine;

import static dev.parlance.conversation.audio.format.AudioFormat.hasAt;

import dev.parlance.conversation.audio.format.InspectedAudio;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Formats of speech. `ogg` is Opus in Ogg.
public enum SpeechFormat {
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg"),
    FLAC("audio/flac");

    private static final byte[] NO_CHECKSUM = {};

    private final String contentType;

    SpeechFormat(String contentType) {
        this.contentType = contentType;
    }

    /// The format of this [#wireName()].
    public static Optional<SpeechFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst();
    }

    /// The name in requests, and the extension in keys.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    /// Whether these bytes have the signature of the format; an error page has not.
    public boolean matches(byte[] audio) {
        return switch (this) {
            case MP3 -> hasAt(audio, 0, "ID3") || (audio.length > 1 && audio[0] == -1 && (audio[1] & 0xE0) == 0xE0);
            case WAV -> hasAt(audio, 0, "RIFF") && hasAt(audio, 8, "WAVE");
            case OGG -> hasAt(audio, 0, "OggS");
            case FLAC -> hasAt(audio, 0, "fLaC");
        };
    }

    /// The duration that the audio states, in milliseconds; empty if it states none.
    public OptionalLong durationMs(byte[] audio) {
        return new InspectedAudio(audio.length, NO_CHECKSUM, audio, audio).durationMillis();
    }
}
