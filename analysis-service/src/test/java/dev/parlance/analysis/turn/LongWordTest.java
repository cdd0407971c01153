package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is pasted into a chat, without a space for thousands of characters: no index takes such a key whole.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LongWordTest {
    private static final int LENGTH = 4_000;
    private static final int MAX_CODE_POINTS = 200;

    @Inject
    TurnDelivery delivery;

    @ParameterizedTest
    @CsvSource({
        "en, abcdefghijklmnopqrstuvwxyz",
        "de, abcdefghijklmnopqrstuvwxyzäöü",
        "it, abcdefghilmnopqrstuvz",
        "und, abcdefghijklmnopqrstuvwxyzабвгдежзик",
        "el, αβγδεζηθικλμνξοπρστυφχψω",
        "th, กขคงจชซญณดตถทธนบปผพฟภมยรลวสหอ",
        "ja, アイウエオカキクケコサシスセソタチツテト",
        "ja, abcdefghijklmnopqrstuvwxyz",
        "zh, 的一是了我不人在他有这个上们来到时大地为子中你说生国年着",
        "zh, abcdefghijklmnopqrstuvwxyz",
        "ko, 가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허",
        "ko, abcdefghijklmnopqrstuvwxyz"
    })
    void aLongRandomWordIsAnalysedAndItsTextStaysWhole(String language, String letters) {
        // Given
        String text = random(new Random(7), letters, LENGTH);
        SampleTurn turn = SampleTurn.byHana(text).inLanguage(language);
        // When
        delivery.deliver(turn);
        // Then
        JsonPath found = analysis(turn)
                .then()
                .body("status", equalTo("completed"))
                .extract()
                .jsonPath();
        assertThat(String.join("", found.<String>getList("text.words.surface"))).isEqualTo(text);
        for (String form : List.of("lemma", "display", "surface")) {
            assertThat(found.<String>getList("words." + form)).isNotEmpty().allSatisfy(LongWordTest::isBounded);
        }
        assertThat(found.<String>getList("highlights.description"))
                .allSatisfy(description -> assertThat(description).hasSizeLessThan(2 * MAX_CODE_POINTS));
        assertThat(vocabulary(turn.learner(), "?limit=200").jsonPath().<String>getList("items.lemma"))
                .isNotEmpty()
                .allSatisfy(LongWordTest::isBounded);
    }

    @Test
    void twoLongWordsWithOneBeginningAreTwoWordsAndEachIsOneWhereverItIsUsed() {
        // Given
        String beginning = random(new Random(8), "abcdefghijklmnopqrstuvwxyz", LENGTH / 2);
        SampleTurn first = SampleTurn.byHana(beginning + "a").inLanguage("en");
        SampleTurn second = first.next(beginning + "b");
        SampleTurn third = second.next(beginning + "a");
        // When
        delivery.deliver(first, second, third);
        // Then
        assertThat(vocabulary(first.learner(), "?sort=frequent").jsonPath().<Integer>getList("items.count"))
                .containsExactly(2, 1);
    }

    private static void isBounded(String form) {
        assertThat(form.codePointCount(0, form.length())).isLessThanOrEqualTo(MAX_CODE_POINTS);
    }

    private static String random(Random random, String letters, int length) {
        var text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
