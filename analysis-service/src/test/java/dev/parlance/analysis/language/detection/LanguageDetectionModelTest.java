package dev.parlance.analysis.language.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectionModelTest {
    private static final String MODEL = "/langdetect-183.bin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cat sat on the mat.",
                "Il gatto è sul tavolo, ahahah! 😀",
                "IHR SEID SCHÖN: http://example.org 12345",
                "今日はりんごがたべたいです",
                "w'ishuri",
                "?!",
                ""
            })
    void theProbabilitiesAreThoseOfOpenNlpsDetector(String text) throws IOException {
        // Given
        Map<String, Double> expected = new HashMap<>();
        try (var file = LanguageDetector.class.getResourceAsStream(MODEL)) {
            for (Language language : new LanguageDetectorME(new LanguageDetectorModel(file)).predictLanguages(text)) {
                expected.merge(subtag(language.getLang()), language.getConfidence(), Double::sum);
            }
        }
        // When
        var model = LanguageDetectionModel.load(MODEL);
        double[] probabilities = model.probabilities(text);
        // Then
        Map<String, Double> actual = new HashMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            actual.merge(model.language(i), probabilities[i], Double::sum);
        }
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((language, probability) ->
                assertThat(probability).as(language).isCloseTo(expected.get(language), Offset.offset(1e-4)));
    }

    private static String subtag(String iso6393) {
        return switch (iso6393) {
            case "cmn" -> "zh";
            case "pes" -> "fa";
            case "tgl" -> "tl";
            default -> ULocale.forLanguageTag(iso6393).getLanguage();
        };
    }
}
