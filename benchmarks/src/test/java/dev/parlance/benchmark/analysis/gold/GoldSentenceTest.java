package dev.parlance.benchmark.analysis.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldSentenceTest {
    private static final List<String> CONTRACTION = List.of(
            "# sent_id = 1",
            "# text = 😀 I can't see 3 cats!",
            token("1", "😀", "😀", "SYM"),
            token("2", "I", "I", "PRON"),
            token("3-4", "can't", "_", "_"),
            token("3", "ca", "can", "AUX"),
            token("4", "n't", "not", "PART"),
            token("5", "see", "see", "VERB"),
            token("6", "3", "3", "NUM"),
            token("7", "cats", "cat", "NOUN"),
            token("8", "!", "!", "PUNCT"),
            "");

    @Test
    void wordsStandInUtf16AndAContractionIsOneWithoutALemma() {
        List<GoldSentence> sentences = GoldSentence.readAll(CONTRACTION, false);
        assertThat(sentences).singleElement().satisfies(sentence -> {
            assertThat(sentence.text()).isEqualTo("😀 I can't see 3 cats!");
            assertThat(sentence.words())
                    .containsExactly(
                            Map.entry(new Span(3, 4), new GoldWord("I", "PRON")),
                            Map.entry(new Span(5, 10), new GoldWord(null, "_")),
                            Map.entry(new Span(11, 14), new GoldWord("see", "VERB")),
                            Map.entry(new Span(17, 21), new GoldWord("cat", "NOUN")));
        });
    }

    @Test
    void aSentenceWhoseTokensAreNotInItsTextIsLeftOut() {
        assertThat(GoldSentence.readAll(List.of("# text = He left.", token("1", "She", "she", "PRON"), ""), false))
                .isEmpty();
    }

    @Test
    void theStartOfFiveWordsEndsBehindTheFifth() {
        var five = List.of(
                "# text = a b, c d e f",
                token("1", "a", "a", "X"),
                token("2", "b", "b", "X"),
                token("3", ",", ",", "PUNCT"),
                token("4", "c", "c", "X"),
                token("5", "d", "d", "X"),
                token("6", "e", "e", "X"),
                token("7", "f", "f", "X"),
                "");
        assertThat(GoldSentence.readAll(five, false).getFirst().firstFiveWords())
                .isEqualTo("a b, c d e");
        assertThat(GoldSentence.readAll(CONTRACTION, false).getFirst().firstFiveWords())
                .isNull();
    }

    @Test
    void aKoreanWordIsWhatADictionaryLists() {
        var korean = List.of(
                "# text = 학교에서 갔어요",
                "1\t학교에서\t학교+에서\tADV\tNNG+JKB\t_\t_\t_\t_\t_",
                "2\t갔어요\t가+았+어요\tVERB\tVV+EP+EF\t_\t_\t_\t_\t_",
                "");
        assertThat(GoldSentence.readAll(korean, true).getFirst().words().values())
                .extracting(GoldWord::lemma)
                .containsExactly("학교", "가다");
        assertThat(GoldSentence.readAll(korean, false).getFirst().words().values())
                .extracting(GoldWord::lemma)
                .containsExactly("학교+에서", "가+았+어요");
    }

    private static String token(String id, String form, String lemma, String partOfSpeech) {
        return String.join("\t", id, form, lemma, partOfSpeech, "_", "_", "_", "_", "_", "_");
    }
}
