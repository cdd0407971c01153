package dev.parlance.conversation.speech.synthesis;

import dev.parlance.contract.Text;
import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.engine.SpeechEngine;
import dev.parlance.conversation.speech.engine.SpeechFormat;
import dev.parlance.conversation.speech.engine.Utterance;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.TextTooLong;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// The body of a speech request.
///
/// @param language BCP 47
/// @param voice    as the engine's settings name it; by default the language's voice
/// @param speed    0.25 to 4; by default 1
/// @param format   `mp3`, `wav`, `ogg`, `flac`; by default the engine's format
public record NewSpeech(String text, String language, String voice, BigDecimal speed, String format) {
    private static final int MAX_TEXT_CODE_POINTS = 4_000;
    private static final BigDecimal MIN_SPEED = new BigDecimal("0.25");
    private static final BigDecimal MAX_SPEED = new BigDecimal("4");

    /// @throws dev.parlance.kit.problem.DomainProblem with the first field that breaks the contract
    public SpeechRequest toRequest(SpeechEngine engine, String tenant) {
        String normalized = checkedText();
        if (language == null) {
            throw new InvalidRequest("language", "language is missing");
        }
        LanguageTag.check(language);
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        return SpeechRequest.of(
                tenant,
                engine,
                new Utterance(normalized, tag, engine.voice(tag, voice), checkedSpeed(), checkedFormat(engine)));
    }

    private String checkedText() {
        if (text == null) {
            throw new InvalidRequest("text", "text is missing");
        }
        if (!Text.isStorable(text)) {
            throw new BadText("text");
        }
        String normalized = Utterance.normalize(text);
        if (normalized.isEmpty()) {
            throw new InvalidRequest("text", "text says nothing");
        }
        if (normalized.codePointCount(0, normalized.length()) > MAX_TEXT_CODE_POINTS) {
            throw new TextTooLong("text", MAX_TEXT_CODE_POINTS);
        }
        return normalized;
    }

    private BigDecimal checkedSpeed() {
        BigDecimal value = speed == null ? BigDecimal.ONE : speed;
        if (value.compareTo(MIN_SPEED) < 0 || value.compareTo(MAX_SPEED) > 0) {
            throw new InvalidRequest("speed", "speed lies between 0.25 and 4");
        }
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    private SpeechFormat checkedFormat(SpeechEngine engine) {
        return format == null
                ? engine.defaultFormat()
                : SpeechFormat.of(format)
                        .orElseThrow(() -> new InvalidRequest("format", "format is mp3, wav, ogg or flac"));
    }
}
