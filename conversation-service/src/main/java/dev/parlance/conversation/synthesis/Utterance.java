package dev.parlance.conversation.synthesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.Digest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What is to be said, and how. The same utterance by the same engine has the same hash, on every instance and for
/// ever: docs/speech.md says how it is made, and that must not change without a new first line.
///
/// @param text     normalised
/// @param language BCP 47, in its canonical case
/// @param voice    the engine's own name
/// @param speed    1 is the voice's usual; two decimals
public record Utterance(String text, String language, String voice, BigDecimal speed, AudioFormat format) {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\p{IsWhite_Space}]]");
    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");

    /// Text in the one form in which it is hashed and spoken: composed (NFC), without control characters, with
    /// single spaces where there was white space, and none at the ends. Case, punctuation and width stay, for they
    /// are heard.
    public static String normalised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String printable = CONTROLS.matcher(composed).replaceAll("");
        return SPACES.matcher(printable).replaceAll(" ").strip();
    }

    /// The same, written down otherwise.
    public Utterance in(AudioFormat other) {
        return new Utterance(text, language, voice, speed, other);
    }

    /// Unicode characters of the text: what a budget counts.
    public int characters() {
        return text.codePointCount(0, text.length());
    }

    /// 64 hexadecimal digits. The text comes last, so that nothing in it can be taken for another line.
    public String hash(SpeechEngine by) {
        String canonical =
                """
                parlance-speech-1
                engine=%s
                version=%s
                language=%s
                voice=%s
                speed=%s
                format=%s

                %s""".formatted(by.name(), by.version(), language, voice, speed.toPlainString(), format.wireName(), text);
        return HexFormat.of().formatHex(Digest.SHA_256.of(canonical.getBytes(UTF_8)));
    }
}
