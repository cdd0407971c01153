package dev.parlance.analysis.language;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharTable;
import java.util.ArrayList;
import java.util.List;

/// Chinese words as [ChineseUnits] cuts them. They do not inflect: a word is its own lemma and display.
///
/// Other scripts within a Chinese text are read as every other language is. The dictionaries take some 40 MB
/// and a second, once, when the first Chinese text is read.
final class ChineseWords implements WordReader {
    private static final String LANGUAGE = "zh";

    private final WordReader otherScripts = new IcuWords(LANGUAGE);

    @Override
    public List<Token> words(String text) {
        var words = new ArrayList<Token>(text.length() / 2 + 1);
        int foreign = -1;
        for (var unit : ChineseUnits.of(text)) {
            boolean chinese = Letters.hanIn(text, unit.start(), unit.end());
            if (chinese && foreign >= 0) {
                addOthers(text, foreign, unit.start(), words);
                foreign = -1;
            }
            if (chinese) {
                words.add(chinese(text.substring(unit.start(), unit.end()), unit));
            } else if (foreign < 0) {
                foreign = unit.start();
            }
        }
        if (foreign >= 0) {
            addOthers(text, foreign, text.length(), words);
        }
        return words;
    }

    @Override
    public Integer band(Token word) {
        return Dictionary.BANDS.of(word);
    }

    /// How often HanLP's corpora have it; of its second dictionary it knows no number.
    private static int frequency(Token word) {
        int found = CoreDictionary.getTermFrequency(CharTable.convert(word.display()));
        return found == 0 ? Bands.UNKNOWN : found;
    }

    /// Loaded with the first Chinese text, once for all readers.
    private static final class Dictionary {
        static final Bands BANDS = Bands.of(LANGUAGE, ChineseWords::frequency);
    }

    private static Token chinese(String surface, ChineseUnits.Unit unit) {
        return new Token(
                LANGUAGE,
                surface,
                surface,
                surface,
                ChineseParts.of(surface, unit.tag()),
                null,
                unit.start(),
                unit.end());
    }

    private void addOthers(String text, int start, int end, List<Token> words) {
        if (Letters.in(text, start, end)) {
            for (Token word : otherScripts.words(text.substring(start, end))) {
                words.add(word.after(start));
            }
        }
    }
}
