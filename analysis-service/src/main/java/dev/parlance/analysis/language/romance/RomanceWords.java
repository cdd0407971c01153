package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Bands;
import dev.parlance.analysis.language.Casing;
import dev.parlance.analysis.language.Letters;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.language.WordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Italian, Spanish, French and Portuguese words: cut by [Cutter], looked up in [Vocabulary], told apart by their
/// neighbours ([Succession]).
///
/// An elided word is a word of its own (`l'` and `albero`); a preposition with its article (`della`, `du`) and a verb
/// with its pronouns (`dammelo`) are one word as they are written, with the lemma of the preposition and of the verb;
/// `donne-moi` is two. A capital within a sentence makes a name. Where the dictionary knows nothing the ending is
/// judged, so that a learner's own `terrozzata` gets a lemma too. Other scripts are read as in any other language.
public final class RomanceWords implements WordReader {
    private final String code;
    private final Casing casing;
    private final WordReader otherScripts;
    private final Vocabulary vocabulary;
    private final Cutter cutter;
    private final Names names;
    private final Succession succession;
    private final Auxiliaries auxiliaries;
    private final Bands bands;

    private RomanceWords(RomanceLanguage language, WordReader otherScripts) {
        this.code = language.code();
        this.casing = new Casing(Locale.forLanguageTag(code));
        this.otherScripts = otherScripts;
        this.vocabulary = new Vocabulary(language);
        this.cutter = new Cutter(language, vocabulary);
        this.names = new Names(vocabulary, casing);
        this.succession = new Succession();
        this.auxiliaries = new Auxiliaries(language);
        this.bands = Bands.of(code, word -> vocabulary.frequency(word.display()));
    }

    /// Reads the dictionary and the tables, which takes a fraction of a second and a few megabytes.
    ///
    /// @param otherScripts reads the words that are not written in Latin letters
    public static RomanceWords load(RomanceLanguage language, WordReader otherScripts) {
        return new RomanceWords(language, otherScripts);
    }

    @Override
    public List<Token> words(String text) {
        var cuts = cutter.cut(text);
        var offered = new Candidate[cuts.size()][];
        for (int word = 0; word < offered.length; word++) {
            offered[word] = candidates(text, cuts, word);
        }
        int[] chosen = succession.choose(offered, cuts);
        var tokens = new ArrayList<Token>(offered.length);
        for (int word = 0; word < offered.length; word++) {
            if (offered[word] == FOREIGN) {
                addForeign(tokens, text, cuts.start(word), cuts.end(word));
            } else if (offered[word] != NUMBER) {
                PartOfSpeech part = auxiliaries.partOfSpeech(offered, chosen, word);
                tokens.add(token(text, cuts, word, offered[word][chosen[word]], part));
            }
        }
        return tokens;
    }

    @Override
    public int count(String text) {
        var cuts = cutter.cut(text);
        int count = 0;
        for (int word = 0; word < cuts.size(); word++) {
            int start = cuts.start(word);
            int end = cuts.end(word);
            if (Scripts.isForeign(text, start, end)) {
                count += otherScripts.count(text.substring(start, end));
            } else if (Letters.in(text, start, end)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public Integer band(Token word) {
        return bands.of(word);
    }

    /// Figures are no words, but tell something of their neighbours.
    private static final Candidate[] NUMBER = {new Candidate("", "", Kind.NUMERAL, 0)};

    private static final Candidate[] FOREIGN = {new Candidate("", "", Kind.NAME, 0)};

    private Candidate[] candidates(String text, Cuts cuts, int word) {
        int start = cuts.start(word);
        int end = cuts.end(word);
        if (Scripts.isForeign(text, start, end)) {
            return FOREIGN;
        }
        if (!Letters.in(text, start, end)) {
            return NUMBER;
        }
        String surface = text.substring(start, end);
        var offer = vocabulary.of(key(surface));
        return Character.isUpperCase(surface.codePointAt(0))
                ? names.among(offer, surface, cuts.beginsSentence(word))
                : offer.candidates();
    }

    private String key(String surface) {
        if (casing.isPlain(surface)) {
            return surface.replace('`', '\'');
        }
        String lower = casing.display(surface);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) != '\'' && Runs.isApostrophe(lower.charAt(i))) {
                lower = lower.replace(lower.charAt(i), '\'');
            }
        }
        return lower;
    }

    private Token token(String text, Cuts cuts, int word, Candidate candidate, PartOfSpeech part) {
        int start = cuts.start(word);
        int end = cuts.end(word);
        String surface = text.substring(start, end);
        return new Token(code, candidate.lemma(), candidate.display(), surface, part, null, start, end);
    }

    private void addForeign(List<Token> tokens, String text, int start, int end) {
        for (Token word : otherScripts.words(text.substring(start, end))) {
            tokens.add(word.after(start));
        }
    }
}
