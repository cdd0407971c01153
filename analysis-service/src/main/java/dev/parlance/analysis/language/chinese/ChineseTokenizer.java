package dev.parlance.analysis.language.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharTable;
import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// The tokenizer of Chinese, by [ChineseSegmenter]. Words do not inflect: each is its own lemma and display.
///
/// Other scripts within a Chinese text are tokenized by Unicode's word boundaries. The dictionaries take some 40 MB
/// and a second, once, with the first Chinese text.
public final class ChineseTokenizer implements Tokenizer {
    private static final String LANGUAGE = "zh";

    private final Tokenizer otherScripts = new IcuTokenizer(LANGUAGE);

    @Override
    public List<Token> tokenize(String text) {
        var words = new ArrayList<Token>(text.length() / 2 + 1);
        int otherScriptStart = -1;
        for (var unit : ChineseSegmenter.segment(text)) {
            boolean chinese = CharacterClasses.containsHan(text, unit.start(), unit.end());
            if (chinese && otherScriptStart >= 0) {
                addOtherScripts(text, otherScriptStart, unit.start(), words);
                otherScriptStart = -1;
            }
            if (chinese) {
                words.add(chineseToken(text.substring(unit.start(), unit.end()), unit));
            } else if (otherScriptStart < 0) {
                otherScriptStart = unit.start();
            }
        }
        if (otherScriptStart >= 0) {
            addOtherScripts(text, otherScriptStart, text.length(), words);
        }
        return words;
    }

    @Override
    public Integer frequencyBand(Token word) {
        return LazyBands.BANDS.of(word);
    }

    /// The frequency in HanLP's core dictionary; its custom dictionary has none.
    private static int frequency(Token word) {
        int count = CoreDictionary.getTermFrequency(CharTable.convert(word.display()));
        return count == 0 ? FrequencyBands.UNKNOWN : count;
    }

    /// Loaded on first use, once for all tokenizers.
    private static final class LazyBands {
        static final FrequencyBands BANDS = FrequencyBands.of(LANGUAGE, ChineseTokenizer::frequency);
    }

    private static Token chineseToken(String surface, ChineseSegmenter.TaggedSpan unit) {
        return new Token(
                LANGUAGE,
                surface,
                surface,
                surface,
                ChinesePartOfSpeechMapper.map(surface, unit.tag()),
                null,
                unit.start(),
                unit.end());
    }

    private void addOtherScripts(String text, int start, int end, List<Token> words) {
        if (CharacterClasses.containsLetter(text, start, end)) {
            words.addAll(otherScripts.tokenize(text, start, end));
        }
    }
}
