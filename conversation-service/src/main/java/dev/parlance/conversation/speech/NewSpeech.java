package dev.parlance.conversation.speech;

import dev.parlance.contract.Text;
import dev.parlance.conversation.synthesis.AudioFormat;
import dev.parlance.conversation.synthesis.SpeechEngine;
import dev.parlance.conversation.synthesis.Utterance;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.LanguageTag;
import dev.parlance.kit.problem.TextTooLong;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// What a client wants to hear.
///
/// @param language BCP 47
/// @param voice    as the engine's settings name it; left out, the usual one of the language
/// @param speed    0.25 to 4, 1 where it is left out
/// @param format   `mp3`, `wav`, `ogg`, `flac`; left out, what the engine makes by itself
public record NewSpeech(String text, String language, String voice, BigDecimal speed, String format) {
    private static final int LONGEST_TEXT = 4_000;
    private static final BigDecimal SLOWEST = new BigDecimal("0.25");
    private static final BigDecimal FASTEST = new BigDecimal("4");

    /// @throws dev.parlance.kit.problem.DomainProblem with the first field that breaks the contract
    SpeechOrder orderedFrom(SpeechEngine engine, String tenant) {
        String said = said();
        if (language == null) {
            throw new InvalidRequest("language", "language is missing");
        }
        LanguageTag.check(language);
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        return SpeechOrder.of(
                tenant, engine, new Utterance(said, tag, engine.voice(tag, voice), pace(), written(engine)));
    }

    private String said() {
        if (text == null) {
            throw new InvalidRequest("text", "text is missing");
        }
        if (!Text.isStorable(text)) {
            throw new BadText("text");
        }
        String said = Utterance.normalised(text);
        if (said.isEmpty()) {
            throw new InvalidRequest("text", "text says nothing");
        }
        if (said.codePointCount(0, said.length()) > LONGEST_TEXT) {
            throw new TextTooLong("text", LONGEST_TEXT);
        }
        return said;
    }

    private BigDecimal pace() {
        BigDecimal wanted = speed == null ? BigDecimal.ONE : speed;
        if (wanted.compareTo(SLOWEST) < 0 || wanted.compareTo(FASTEST) > 0) {
            throw new InvalidRequest("speed", "speed lies between 0.25 and 4");
        }
        return wanted.setScale(2, RoundingMode.HALF_UP);
    }

    private AudioFormat written(SpeechEngine engine) {
        return format == null
                ? engine.usual()
                : AudioFormat.of(format)
                        .orElseThrow(() -> new InvalidRequest("format", "format is mp3, wav, ogg or flac"));
    }
}
