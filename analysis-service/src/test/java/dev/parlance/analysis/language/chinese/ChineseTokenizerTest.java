package dev.parlance.analysis.language.chinese;

import static dev.parlance.analysis.language.text.PartOfSpeech.NOUN;
import static dev.parlance.analysis.language.text.PartOfSpeech.PRON;
import static dev.parlance.analysis.language.text.PartOfSpeech.PROPN;
import static dev.parlance.analysis.language.text.PartOfSpeech.VERB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChineseTokenizerTest {
    private final Tokenizer chinese = new Languages().tokenizerFor("zh-Hans");

    @Test
    void aWordIsItsOwnLemma() {
        assertThat(chinese.tokenize("我喜欢吃苹果。"))
                .extracting(Token::lemma, Token::surface, Token::partOfSpeech, Token::start, Token::end)
                .containsExactly(
                        tuple("我", "我", PRON, 0, 1),
                        tuple("喜欢", "喜欢", VERB, 1, 3),
                        tuple("吃", "吃", VERB, 3, 4),
                        tuple("苹果", "苹果", NOUN, 4, 6));
    }

    @Test
    void aSuffixIsAWordButNotInEverydayWords() {
        assertThat(lemmas("消费者")).containsExactly("消费", "者");
        assertThat(lemmas("四川省")).containsExactly("四川", "省");
        assertThat(lemmas("图书馆")).containsExactly("图书馆");
        assertThat(lemmas("火车站")).containsExactly("火车站");
    }

    @Test
    void surnameAndGivenNameAreTwoWords() {
        assertThat(lemmas("李小龙")).containsExactly("李", "小龙");
    }

    @Test
    void whatIsCountedIsAWordOfItsOwn() {
        assertThat(lemmas("一个人")).containsExactly("一", "个", "人");
        assertThat(lemmas("8月")).containsExactly("月");
        assertThat(lemmas("20万人")).containsExactly("20万", "人");
    }

    @Test
    void whatTextbooksHaveAsOneWordIsNotSplit() {
        assertThat(lemmas("成为")).containsExactly("成为");
        assertThat(lemmas("因此")).containsExactly("因此");
        assertThat(lemmas("我学中文和汉语")).containsExactly("我", "学", "中文", "和", "汉语");
    }

    @Test
    void everydaySentencesAreSplitIntoTheWordsOfATextbook() {
        assertThat(lemmas("这本书很好")).containsExactly("这", "本", "书", "很", "好");
        assertThat(lemmas("他家在上海")).containsExactly("他", "家", "在", "上海");
        assertThat(lemmas("三个人住在北京")).containsExactly("三", "个", "人", "住", "在", "北京");
    }

    @Test
    void traditionalCharactersAreSplitAsSimplifiedOnesAndStayAsWritten() {
        assertThat(lemmas("我喜歡吃蘋果")).containsExactly("我", "喜歡", "吃", "蘋果");
    }

    @Test
    void namesOfLanguagesAreNounsAndNamesOfCitiesProperNouns() {
        assertThat(chinese.tokenize("中文")).extracting(Token::partOfSpeech).containsExactly(NOUN);
        assertThat(chinese.tokenize("北京")).extracting(Token::partOfSpeech).containsExactly(PROPN);
    }

    @Test
    void unknownCharactersWithAMarkBetweenThemAreSeparateWords() {
        assertThat(lemmas("丂 丅 丆")).containsExactly("丂", "丅", "丆");
        assertThat(lemmas("丂😀丅")).containsExactly("丂", "丅");
        assertThat(lemmas("杰克·华纳")).containsExactly("杰克", "华纳");
    }

    @Test
    void otherScriptsStayWhole() {
        assertThat(lemmas("我用iPhone，don't")).containsExactly("我", "用", "iphone", "don't");
    }

    private List<String> lemmas(String text) {
        return chinese.tokenize(text).stream().map(Token::lemma).toList();
    }
}
