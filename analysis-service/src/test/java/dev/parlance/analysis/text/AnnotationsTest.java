package dev.parlance.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.emotion.Emotions;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.RealTexts;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.contract.WireJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsTest {
    private static final JsonMapper JSON = WireJson.mapper();

    private final Languages languages = new Languages();
    private final Emotions emotions = new Emotions();

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
    void whatIsKeptBesideATextGivesWhatWasFoundInIt(String language, String text) throws IOException {
        // Given
        AnnotatedText found = found(language, text);
        // When
        AnnotatedText again = kept(found).on(text, found.words());
        // Then
        assertThat(TextView.of(again)).isEqualTo(TextView.of(found));
    }

    @Test
    void ofAllThatLearnersHaveSaidToo() throws IOException {
        for (RealTexts.Said said : RealTexts.conversations()) {
            AnnotatedText found = found(said.language(), said.text());
            assertThat(TextView.of(kept(found).on(said.text(), found.words())))
                    .as(said.text())
                    .isEqualTo(TextView.of(found));
        }
    }

    @Test
    void aWordOfATurnTakesAFewCharactersMore() throws IOException {
        // Given
        String text = "I went to the big park with my little brother and we played there until the evening came.";
        // When
        int characters =
                JSON.writeValueAsString(Annotations.of(found("en", text))).length();
        // Then
        assertThat(characters).isLessThan(100 + 10 * text.split(" ", -1).length);
    }

    private AnnotatedText found(String language, String text) {
        var read = languages.read(text, language);
        List<UsedWord> words = UsedWord.of(read.language(), read.words(), languages::band);
        return new AnnotatedText(text, read, words, emotions.of(text, read.language(), read.words()));
    }

    private static Annotations kept(AnnotatedText found) throws IOException {
        return JSON.readValue(JSON.writeValueAsBytes(Annotations.of(found)), Annotations.class);
    }
}
