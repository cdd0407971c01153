package dev.parlance.analysis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
    private final Languages languages = new Languages();
    private final Readings readings = new Readings();

    @Test
    void kanjiAreReadInBothKanaAndInRomaji() {
        // Given
        var words = languages.tokenizerFor("ja").tokenize("学校");
        // When
        var read = readings.of("学校", words);
        // Then
        assertThat(read).containsExactly(new Reading("がっこう", "ガッコウ", "gakkō", null, null));
    }

    @Test
    void particlesAreSpeltAsWrittenAndRomanizedAsSpoken() {
        assertThat(hiragana("私は海へ本を")).containsExactly("わたし", "は", "うみ", "へ", "ほん", "を");
        assertThat(romaji("私は海へ本を")).containsExactly("watashi", "wa", "umi", "e", "hon", "o");
        assertThat(hiragana("或いは")).containsExactly("あるいは");
        assertThat(romaji("或いは")).containsExactly("aruiwa");
    }

    @ParameterizedTest
    @CsvSource({
        "東京, tōkyō",
        "先生, sensei",
        "大きい, ōkii",
        "空気, kūki",
        "ビール, bīru",
        "思う, omou",
        "抹茶, matcha",
        "雑誌, zasshi",
        "新聞, shinbun",
        "こんにちは, konnichiwa",
        "言う, iu",
        "千円, sen en"
    })
    void romajiAreModifiedHepburn(String text, String expected) {
        assertThat(String.join(" ", romaji(text))).isEqualTo(expected);
    }

    @Test
    void anNBeforeAVowelIsParted() {
        assertThat(Hepburn.of("シンイチ", false)).isEqualTo("shin'ichi");
        assertThat(Hepburn.of("コンヤ", false)).isEqualTo("kon'ya");
        assertThat(Hepburn.of("アンナイ", false)).isEqualTo("annai");
    }

    @ParameterizedTest
    @CsvSource({
        "私の本, わたし の ほん",
        "何を食べますか, なに を たべ ます か",
        "何ですか, なん です か",
        "何が, なに が",
        "日本, にほん",
        "あの方, あの かた",
        "日本の方が, にほん の ほう が",
        "一人, ひとり",
        "二人, ふたり",
        "鉛筆を三本, えんぴつ を さん ぼん",
        "六本, ろっ ぽん",
        "一匹, いっ ぴき",
        "二十日, はつ か",
        "四人, よ にん",
        "九時, く じ",
        "四月, し がつ",
        "三階, さん がい",
        "三百, さんびゃく",
        "八百, はっぴゃく",
        "三千, さんぜん",
        "何人, なん にん"
    })
    void wordsBesideAWordDecideHowItIsRead(String text, String expected) {
        assertThat(String.join(" ", hiragana(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3本, ぼん", "1匹, ぴき", "10分, ぷん", "2日, か", "20日, か", "15日, にち", "4人, にん", "1人, り"})
    void aCounterAfterFiguresIsReadAsTheyAreSpoken(String text, String expected) {
        assertThat(hiragana(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "你好, nǐhǎo",
        "银行, yínháng",
        "音乐, yīnyuè",
        "快乐, kuàilè",
        "朋友, péngyou",
        "妈妈, māma",
        "我们, wǒmen",
        "桌子, zhuōzi",
        "电子, diànzǐ",
        "西安, xī'ān",
        "喜歡, xǐhuan",
        "说不定, shuōbudìng",
        "女儿, nǚ'ér",
        "一样, yīyàng"
    })
    void chineseIsReadInPinyin(String text, String expected) {
        assertThat(String.join("", read("zh", text, Reading::pinyin))).isEqualTo(expected);
    }

    @Test
    void tonesAreThoseOfTheDictionary() {
        assertThat(String.join(" ", read("zh", "不是", Reading::pinyin)).replace(" ", ""))
                .isEqualTo("bùshì");
    }

    @ParameterizedTest
    @CsvSource({"ru, Привет, privet", "el, λόγος, lógos", "ko, 사과, sagwa", "hi, नमस्ते, namastē", "ar, سلام, slạm"})
    void otherScriptsAreTransliterated(String language, String text, String expected) {
        assertThat(read(language, text, Reading::latin)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "학교, hakgyo",
        "한국어를, hangugeoreul",
        "감사합니다, gamsahamnida",
        "신라, silla",
        "종로, jongno",
        "독립문, dongnimmun",
        "같이, gachi",
        "좋다, jota",
        "놓는, nonneun",
        "압구정, apgujeong",
        "묵호, mukho",
        "읽어요, ilgeoyo",
        "없어요, eopseoyo",
        "칼날, kallal",
        "않아요, anayo"
    })
    void koreanIsRomanizedByItsSound(String text, String expected) {
        assertThat(read("ko", text, Reading::latin)).containsExactly(expected);
    }

    @Test
    void latinLettersNeedNoReading() {
        assertThat(read("en", "Hello", Function.identity())).containsExactly(Reading.NONE);
        assertThat(read("ja", "iPhoneを", Reading::romaji)).containsExactly(null, "o");
    }

    @Test
    void kanjiAreNeverReadAsChinese() {
        assertThat(read("en", "東京", Function.identity())).containsOnly(Reading.NONE);
        assertThat(read("ja", "東京", Reading::pinyin)).containsOnlyNulls();
        assertThat(read("ja", "東京", Reading::latin)).containsOnlyNulls();
    }

    @Test
    void everyWordOfAnyTextHasItsReading() {
        for (String text : List.of(
                "", "漢".repeat(8_000), "かﾞ\u3099ー", "\uD800漢\uDC00", "Ｚ漢ق가😀а", "何何何3本本三三", "𠮷野家", "一儿子们", "ッッッーー")) {
            for (String language : List.of("ja", "zh", "ko", "ru", "und")) {
                // Given
                List<Token> words = languages.tokenizerFor(language).tokenize(text);
                // When
                var read = readings.of(text, words);
                // Then
                assertThat(read).hasSameSizeAs(words).doesNotContainNull();
            }
        }
    }

    private List<String> hiragana(String text) {
        return read("ja", text, Reading::hiragana);
    }

    private List<String> romaji(String text) {
        return read("ja", text, Reading::romaji);
    }

    private <T> List<T> read(String language, String text, Function<Reading, T> part) {
        var words = languages.tokenizerFor(language).tokenize(text);
        var read = new ArrayList<T>();
        readings.of(text, words).forEach(reading -> read.add(part.apply(reading)));
        return read;
    }
}
