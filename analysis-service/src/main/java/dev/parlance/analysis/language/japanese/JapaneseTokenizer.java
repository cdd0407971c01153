package dev.parlance.analysis.language.japanese;

import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.Lazy;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// The tokenizer of Japanese, by UniDic's short units: たべたい is たべ and たい. The lemma is UniDic's without its origin
/// (ラーメン-Rahmen, 私-代名詞), the display its written base form in the script of the text (たべる for たべ). A name's lemma is
/// its written form unless that is in katakana: UniDic's lemma of a name is its reading, which other names share. A
/// word that is not in UniDic is its own lemma. Particles and auxiliaries are words; a ー or っ that only prolongs
/// (すごーい！) is not.
///
/// Other scripts within a Japanese text are tokenized by Unicode's word boundaries: `iPhone` is one word with the
/// lemma `iphone`, where UniDic would split `AI` in two. The dictionary takes 157 MB and some seconds, once, with
/// the first Japanese text.
public final class JapaneseTokenizer implements Tokenizer {
    private static final String LANGUAGE = "ja";
    private static final String MARK = "補助記号";
    private static final String NUMERAL = "数詞";
    private static final String UNKNOWN = "*";

    private static final Lazy<com.atilika.kuromoji.unidic.Tokenizer> UNIDIC =
            new Lazy<>(com.atilika.kuromoji.unidic.Tokenizer::new);

    private final Tokenizer otherScripts = new IcuTokenizer(LanguageCode.UNDETERMINED);

    @Override
    public List<Token> tokenize(String text) {
        var words = new ArrayList<Token>(text.length() / 2 + 1);
        scan(
                text,
                (units, at, start, end) -> words.add(japaneseToken(units, at, text.substring(start, end), start)),
                (start, end) -> {
                    for (Token word : otherScripts.tokenize(text.substring(start, end))) {
                        words.add(otherScriptToken(word, start));
                    }
                });
        return words;
    }

    /// Without parts of speech, lemmas and pronunciations, the smaller half of the work.
    @Override
    public int countWords(String text) {
        int[] count = new int[1];
        scan(
                text,
                (_, _, _, _) -> count[0]++,
                (start, end) -> count[0] += otherScripts.countWords(text.substring(start, end)));
        return count[0];
    }

    private interface JapaneseWord {
        void at(List<com.atilika.kuromoji.unidic.Token> units, int at, int start, int end);
    }

    private interface OtherScript {
        void at(int start, int end);
    }

    private static void scan(String text, JapaneseWord japaneseWord, OtherScript otherScript) {
        var kana = ComposedKana.of(text);
        int otherScriptStart = -1;
        var units = UNIDIC.get().tokenize(kana.text());
        for (int at = 0; at < units.size(); at++) {
            var unit = units.get(at);
            int start = kana.originalOffset(unit.getPosition());
            boolean japanese = isJapanese(unit);
            if (otherScriptStart >= 0 && (japanese || isNumeral(unit))) {
                if (CharacterClasses.containsLetter(text, otherScriptStart, start)) {
                    otherScript.at(otherScriptStart, start);
                }
                otherScriptStart = -1;
            }
            if (japanese) {
                if (isWord(unit)) {
                    japaneseWord.at(
                            units,
                            at,
                            start,
                            kana.originalOffset(
                                    unit.getPosition() + unit.getSurface().length()));
                }
            } else if (otherScriptStart < 0 && !isNumeral(unit)) {
                otherScriptStart = start;
            }
        }
        if (otherScriptStart >= 0 && CharacterClasses.containsLetter(text, otherScriptStart, text.length())) {
            otherScript.at(otherScriptStart, text.length());
        }
    }

    /// May also be kana that UniDic does not know, between two middle dots.
    private static Token otherScriptToken(Token word, int offset) {
        boolean kana = Kana.isOnlyKana(word.surface());
        return new Token(
                LANGUAGE,
                word.lemma(),
                word.display(),
                word.surface(),
                kana ? PartOfSpeech.NOUN : null,
                kana ? Kana.toKatakana(word.surface()) : null,
                word.start() + offset,
                word.end() + offset);
    }

    private static Token japaneseToken(
            List<com.atilika.kuromoji.unidic.Token> units, int at, String surface, int start) {
        var unit = units.get(at);
        String display = knownOrSurface(unit.getWrittenBaseForm(), unit.getSurface());
        var part = JapanesePartOfSpeechMapper.map(units, at);
        boolean katakana = Kana.isOnlyKana(display) && Kana.toKatakana(display).equals(display);
        String lemma = part == PartOfSpeech.PROPN && !katakana
                ? display
                : withoutOrigin(knownOrSurface(unit.getLemma(), unit.getSurface()));
        return new Token(
                LANGUAGE, lemma, display, surface, part, KanaPronunciation.of(unit), start, start + surface.length());
    }

    /// UniDic groups unknown characters coarsely (한국😀 is one unit): an unknown unit counts only if it is all kana and
    /// kanji.
    private static boolean isJapanese(com.atilika.kuromoji.unidic.Token unit) {
        return unit.isKnown()
                ? CharacterClasses.containsJapanese(unit.getSurface())
                : CharacterClasses.isJapaneseOnly(unit.getSurface());
    }

    private static boolean isWord(com.atilika.kuromoji.unidic.Token unit) {
        String surface = unit.getSurface();
        return CharacterClasses.containsLetter(surface, 0, surface.length())
                && !(CharacterClasses.isProlongationOnly(surface) && MARK.equals(unit.getPartOfSpeechLevel1()));
    }

    private static boolean isNumeral(com.atilika.kuromoji.unidic.Token unit) {
        return NUMERAL.equals(unit.getPartOfSpeechLevel2());
    }

    private static String knownOrSurface(String form, String surface) {
        return UNKNOWN.equals(form) || form.isEmpty() ? surface : form;
    }

    private static String withoutOrigin(String lemma) {
        int origin = lemma.indexOf('-');
        return origin > 0 ? lemma.substring(0, origin) : lemma;
    }
}
