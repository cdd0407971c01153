package dev.parlance.analysis.language;

import com.atilika.kuromoji.unidic.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// Japanese words by UniDic's short units: たべたい is たべ and たい. The lemma is UniDic's without its origin
/// (ラーメン-Rahmen, 私-代名詞), the display its written base form in the script that was used (たべ → たべる).
/// A name has the written form for a lemma unless it is in katakana: 東京, where UniDic has its reading, the
/// same for all who share it. A word that UniDic does not know is its own lemma. Particles and auxiliaries are
/// words; a ー or っ left over from a drawl (すごーい！) is not.
///
/// Other scripts within a Japanese text are read as every other language is: `iPhone` is one word with the
/// lemma `iphone`, where UniDic would spell `AI` as two. The dictionary takes 157 MB and some seconds, once,
/// when the first Japanese text is read.
final class UniDicWords implements WordReader {
    private static final String LANGUAGE = "ja";
    private static final String MARK = "補助記号";
    private static final String NUMERAL = "数詞";
    private static final String UNKNOWN = "*";

    private static final Once<Tokenizer> UNIDIC = new Once<>(Tokenizer::new);

    private final WordReader otherScripts = new IcuWords("und");

    @Override
    public List<Token> words(String text) {
        var words = new ArrayList<Token>(text.length() / 2 + 1);
        read(
                text,
                (units, at, start, end) -> words.add(japanese(units, at, text.substring(start, end), start)),
                (start, end) -> {
                    for (Token word : otherScripts.words(text.substring(start, end))) {
                        words.add(other(word, start));
                    }
                });
        return words;
    }

    /// Without a look at what the dictionary says of each word, which is the smaller half of the work.
    @Override
    public int count(String text) {
        int[] count = new int[1];
        read(
                text,
                (_, _, _, _) -> count[0]++,
                (start, end) -> count[0] += otherScripts.count(text.substring(start, end)));
        return count[0];
    }

    private interface JapaneseWord {
        void at(List<com.atilika.kuromoji.unidic.Token> units, int at, int start, int end);
    }

    private interface OtherScript {
        void at(int start, int end);
    }

    private static void read(String text, JapaneseWord japaneseWord, OtherScript otherScript) {
        var kana = ComposedKana.of(text);
        int foreign = -1;
        var units = UNIDIC.get().tokenize(kana.text());
        for (int at = 0; at < units.size(); at++) {
            var unit = units.get(at);
            int start = kana.origin(unit.getPosition());
            boolean japanese = isJapanese(unit);
            if (foreign >= 0 && (japanese || isNumeral(unit))) {
                if (Letters.in(text, foreign, start)) {
                    otherScript.at(foreign, start);
                }
                foreign = -1;
            }
            if (japanese) {
                if (isWord(unit)) {
                    japaneseWord.at(
                            units,
                            at,
                            start,
                            kana.origin(unit.getPosition() + unit.getSurface().length()));
                }
            } else if (foreign < 0 && !isNumeral(unit)) {
                foreign = start;
            }
        }
        if (foreign >= 0 && Letters.in(text, foreign, text.length())) {
            otherScript.at(foreign, text.length());
        }
    }

    /// Kana that UniDic does not know can come this way too, from between two middle dots.
    private static Token other(Token word, int offset) {
        boolean kana = Kana.only(word.surface());
        return new Token(
                LANGUAGE,
                word.lemma(),
                word.display(),
                word.surface(),
                kana ? PartOfSpeech.NOUN : null,
                kana ? Kana.katakana(word.surface()) : null,
                word.start() + offset,
                word.end() + offset);
    }

    private static Token japanese(List<com.atilika.kuromoji.unidic.Token> units, int at, String surface, int start) {
        var unit = units.get(at);
        String display = known(unit.getWrittenBaseForm(), unit.getSurface());
        var part = UniDicParts.of(units, at);
        boolean katakana = Kana.only(display) && Kana.katakana(display).equals(display);
        String lemma = part == PartOfSpeech.PROPN && !katakana
                ? display
                : withoutOrigin(known(unit.getLemma(), unit.getSurface()));
        return new Token(LANGUAGE, lemma, display, surface, part, SpokenKana.of(unit), start, start + surface.length());
    }

    /// What UniDic does not know it groups coarsely, 한국😀 in one piece: only kana and kanji are taken as grouped.
    private static boolean isJapanese(com.atilika.kuromoji.unidic.Token unit) {
        return unit.isKnown() ? Letters.japaneseIn(unit.getSurface()) : Letters.onlyJapaneseIn(unit.getSurface());
    }

    private static boolean isWord(com.atilika.kuromoji.unidic.Token unit) {
        String surface = unit.getSurface();
        return Letters.in(surface, 0, surface.length())
                && !(Letters.onlyDrawnOutIn(surface) && MARK.equals(unit.getPartOfSpeechLevel1()));
    }

    private static boolean isNumeral(com.atilika.kuromoji.unidic.Token unit) {
        return NUMERAL.equals(unit.getPartOfSpeechLevel2());
    }

    private static String known(String form, String surface) {
        return UNKNOWN.equals(form) || form.isEmpty() ? surface : form;
    }

    private static String withoutOrigin(String lemma) {
        int origin = lemma.indexOf('-');
        return origin > 0 ? lemma.substring(0, origin) : lemma;
    }
}
