package dev.parlance.analysis.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.EmotionScorer;
import dev.parlance.analysis.emotion.PackedEmotion;
import dev.parlance.analysis.language.Corpora;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.query.TextView;
import dev.parlance.contract.json.WireJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnnotationsTest {
    private static final JsonMapper JSON = WireJson.mapper();

    private final Languages languages = new Languages();
    private final EmotionScorer emotions = new EmotionScorer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I'm SO happy!! My friend's dog barked, and I went home. 😀",
                "ja | 😀りんごがたべたい。林檎は好きですか？ 私は東京へ行きます！！",
                "it | Non ho paura! L'albero è bello, e il bambino dice: \"I want to go home now\".",
                "es | ¡Qué guapo! Dámelo.",
                "fr | J’adore ça !! L'école, c'est là-bas.",
                "de | Ich bin wütend. Die Häuser sind groß.",
                "pt | Que medo!!! Disse-me isso ontem.",
                "ko | 학교에서 친구를 만났어요. 재미있었어요!",
                "zh | 我今天很高兴。我們去北京吧！",
                "rw | Ndagiye w'ishuri 😀",
                "und | 😭😭",
                "ru | Привет, мир!",
            })
    void storedAnnotationsGiveTheSameViewOfAText(String language, String text) throws IOException {
        // Given
        TokenizedText tokens = languages.tokenize(text, language);
        // When
        TextView stored = storedView(text, tokens);
        // Then
        assertThat(stored).isEqualTo(view(text, tokens));
    }

    @Test
    void storedAnnotationsGiveTheSameViewOfLearnersTexts() throws IOException {
        for (Corpora.Utterance utterance : Corpora.conversations()) {
            TokenizedText tokens = languages.tokenize(utterance.text(), utterance.language());
            assertThat(storedView(utterance.text(), tokens))
                    .as(utterance.text())
                    .isEqualTo(view(utterance.text(), tokens));
        }
    }

    @Test
    void aWordOfATurnTakesAFewCharactersMore() throws IOException {
        // Given
        String text = "I went to the big park with my little brother and we played there until the evening came.";
        // When
        int characters =
                JSON.writeValueAsString(pack(languages.tokenize(text, "en"))).length();
        // Then
        assertThat(characters).isLessThan(100 + 10 * text.split(" ", -1).length);
    }

    private TextAnnotations pack(TokenizedText tokens) {
        return TextAnnotations.pack(tokens, words(tokens));
    }

    private List<TextWord> words(TokenizedText tokens) {
        return TextWord.of(tokens.language(), tokens.words(), languages::frequencyBand);
    }

    private EmotionScore emotion(String text, TokenizedText tokens) {
        return emotions.score(text, tokens.language(), tokens.words());
    }

    private TextView view(String text, TokenizedText tokens) {
        return TextView.of(text, tokens, words(tokens), emotion(text, tokens));
    }

    private TextView storedView(String text, TokenizedText tokens) throws IOException {
        var stored = JSON.readValue(JSON.writeValueAsBytes(pack(tokens)), TextAnnotations.class);
        int[] emotion = PackedEmotion.pack(emotion(text, tokens));
        List<TextWord> words = words(tokens);
        return TextView.of(text, stored.unpack(text, words), words, PackedEmotion.unpack(text, emotion));
    }
}
