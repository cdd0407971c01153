package dev.parlance.conversation.speech.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.Digest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What is spoken, and how. The same utterance has the same hash for the same engine, on every instance and in every
/// release: docs/speech.md specifies it, and a change needs a new first line.
///
/// @param text     normalized
/// @param language BCP 47, in its canonical case
/// @param voice    the engine's own name
/// @param speed    1 is the voice's normal speed; two decimals
public record Utterance(String text, String language, String voice, BigDecimal speed, SpeechFormat format) {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\p{IsWhite_Space}]]");
    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");

    /// The form of a text that is hashed and spoken: NFC, without control characters, with single spaces for white
    /// space and none at the ends. Case, punctuation and width stay, because they are audible.
    public static String normalize(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String printable = CONTROLS.matcher(composed).replaceAll("");
        return SPACES.matcher(printable).replaceAll(" ").strip();
    }

    /// The same utterance in another format.
    public Utterance withFormat(SpeechFormat other) {
        return new Utterance(text, language, voice, speed, other);
    }

    /// Code points of the text: what a budget counts.
    public int characters() {
        return text.codePointCount(0, text.length());
    }

    /// 64 hexadecimal digits. The text comes last, so that nothing in it can be read as another line.
    public String hash(SpeechEngine engine) {
        String canonical = """
                parlance-speech-1
                engine=%s
                version=%s
                language=%s
                voice=%s
                speed=%s
                format=%s

                %s""".formatted(
                engine.name(), engine.version(), language, voice, speed.toPlainString(), format.wireName(), text);
        return HexFormat.of().formatHex(Digest.SHA_256.of(canonical.getBytes(UTF_8)));
    }
}
