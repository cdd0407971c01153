package dev.parlance.analysis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.analysis.language.Corpora;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Readings against annotated corpora.
class GoldReadingsTest {
    private static final int SENTENCES = 300;
    private static final String TEXT = "# text = ";

    private final Languages languages = new Languages();
    private final Readings readings = new Readings();

    /// UD Japanese-GSD has UniDic's pronunciation of each word. The floor lies a little under what is reached:
    /// 日本 is often ニッポン there and always ニホン here.
    @Test
    void kanjiAreReadAsLinguistsReadThem() throws IOException {
        // Given
        var file = Corpora.file("gold/ja_gsd-ud-dev.conllu");
        int words = 0;
        int met = 0;
        for (String sentence : List.of(Files.readString(file).split("\n\n")).subList(0, SENTENCES)) {
            // When
            String text = sentence.substring(sentence.indexOf(TEXT) + TEXT.length())
                    .lines()
                    .findFirst()
                    .orElseThrow();
            var read = romaji(text);
            // Then
            int at = 0;
            for (String line : sentence.lines().filter(l -> !l.startsWith("#")).toList()) {
                String[] columns = line.split("\t", -1);
                at = text.indexOf(columns[1], at) + columns[1].length();
                String romaji = read.get(at - columns[1].length() + "-" + at);
                if (romaji != null && columns[1].codePoints().anyMatch(Character::isIdeographic)) {
                    words++;
                    met += sound(romaji).equals(sound(Hepburn.of(pronunciation(columns[9]), false))) ? 1 : 0;
                }
            }
        }
        System.out.printf("ja_gsd-ud-dev: words with kanji=%d read=%.4f%n", words, (double) met / words);
        assertThat((double) met / words).isGreaterThan(0.975);
    }

    @Test
    void wordsOfTheChineseExaminationAreReadAsItsListHasThem() throws IOException {
        // Given
        JsonNode list = new ObjectMapper().readTree(Files.readString(Corpora.file("levels/hsk-complete.min.json")));
        int words = 0;
        int met = 0;
        for (JsonNode entry : list) {
            String word = entry.path("s").asText();
            // When
            var read = new StringBuilder();
            var tokens = languages.tokenizerFor("zh").tokenize(word);
            readings.of(word, tokens).forEach(reading -> read.append(reading.pinyin()));
            // Then
            boolean same = false;
            for (JsonNode form : entry.path("f")) {
                String listed = form.path("i").path("y").asText().replaceAll("[\\s\\d]", "");
                same |= plain(listed.replace("u:", "ü")).equals(plain(read.toString()));
            }
            words++;
            met += same ? 1 : 0;
        }
        System.out.printf("hsk: words=%d read=%.4f%n", words, (double) met / words);
        assertThat((double) met / words).isGreaterThan(0.98);
    }

    /// By begin and end in the text.
    private Map<String, String> romaji(String text) {
        List<Token> words = languages.tokenizerFor("ja").tokenize(text);
        var read = readings.of(text, words);
        var byPlace = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            byPlace.put(
                    words.get(i).start() + "-" + words.get(i).end(), read.get(i).romaji());
        }
        return byPlace;
    }

    private static String pronunciation(String notes) {
        String mark = "UnidicInfo=";
        return notes.substring(notes.indexOf(mark) + mark.length()).split(",", -1)[4];
    }

    /// UniDic writes every long vowel as ー; to the ear ei and ē, ou and ō are one.
    private static String sound(String romaji) {
        return romaji.replace("ē", "ei").replace("ī", "ii").replace("ō", "ou").replace("ū", "uu");
    }

    private static String plain(String pinyin) {
        return pinyin.replace("'", "").replace("’", "").toLowerCase(Locale.ROOT);
    }
}
