package dev.parlance.analysis.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.Languages;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    private final Languages languages = new Languages();

    @Test
    void punctuationEndsASentence() {
        assertThat(sentences("en", "  I see. What? No!! It costs 3.5 euro.  "))
                .containsExactly("I see.", "What?", "No!!", "It costs 3.5 euro.");
    }

    @Test
    void theEndOfALineEndsASentence() {
        assertThat(sentences("en", "one two\r\nthree\n\n four")).containsExactly("one two", "three", "four");
        assertThat(sentences("ja", "りんご\nみかん")).containsExactly("りんご", "みかん");
    }

    @Test
    void aSentenceHasAtLeastOneWord() {
        assertThat(sentences("en", "123. 😀 ... \n !!! \n yes")).containsExactly("yes");
        assertThat(sentences("en", "")).isEmpty();
    }

    @Test
    void japaneseAndChineseNeedNoSpace() {
        assertThat(sentences("ja", "すごい！？ほんと。。。そう?うん。")).containsExactly("すごい！？", "ほんと。。。", "そう?", "うん。");
        assertThat(sentences("zh", "你好！我很好。是吗？！")).containsExactly("你好！", "我很好。", "是吗？！");
    }

    @Test
    void anEllipsisEndsAJapaneseSentenceOnlyBeforeSpace() {
        assertThat(sentences("ja", "えっと…りんご")).containsExactly("えっと…りんご");
        assertThat(sentences("ja", "えっと……　りんご… ")).containsExactly("えっと……", "りんご…");
        assertThat(sentences("en", "well… I do")).containsExactly("well… I do");
    }

    @Test
    void aJapaneseQuotationIsPartOfItsSentence() {
        assertThat(sentences("ja", "「たべた。」と言った。「うん。」そう。")).containsExactly("「たべた。」と言った。", "「うん。」", "そう。");
    }

    @Test
    void anOpeningBracketBelongsToWhatFollowsIt() {
        assertThat(sentences("ja", "はい。「うん。」（笑）そう。")).containsExactly("はい。", "「うん。」", "（笑）そう。");
        assertThat(sentences("en", "Yes. “No.” (Maybe.)")).containsExactly("Yes.", "“No.”", "(Maybe.)");
    }

    @Test
    void aTitleDoesNotEndASentence() {
        assertThat(sentences("en", "Mr. Smith left. Dr. No came.")).containsExactly("Mr. Smith left.", "Dr. No came.");
        assertThat(sentences("en", "No. I like cats.")).containsExactly("No.", "I like cats.");
    }

    @Test
    void theWordsOfASentenceAreCounted() {
        // Given
        String text = "I see 3 cats. Go!";
        // When
        var sentences = split("en", text);
        // Then
        assertThat(sentences).containsExactly(new Sentence(0, 13, 3), new Sentence(14, 17, 1));
    }

    /// The caller computes a text's sentence boundaries once, for language spans and sentences.
    @Test
    void sentencesEndAtTheGivenBoundariesAndNowhereElse() {
        // Given
        String text = "No. Go home.";
        var words = languages.tokenizerFor("en").tokenize(text);
        // When
        var sentences = SentenceSplitter.split(text, new int[] {0, 7, 12}, words);
        // Then
        assertThat(sentences).containsExactly(new Sentence(0, 6, 2), new Sentence(7, 12, 1));
    }

    private List<String> sentences(String language, String text) {
        return split(language, text).stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .toList();
    }

    private List<Sentence> split(String language, String text) {
        var words = languages.tokenizerFor(language).tokenize(text);
        return SentenceSplitter.split(text, SentenceSplitter.boundaries(text, language), words);
    }
}
