package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.romance.morphology.LemmaCandidate;
import dev.parlance.analysis.language.romance.morphology.RomanceLanguage;
import dev.parlance.analysis.language.romance.morphology.RomanceMorphology;
import dev.parlance.analysis.language.romance.morphology.WordClass;
import dev.parlance.analysis.language.text.CaseFolding;
import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tokenizer of Italian, Spanish, French and Portuguese: [RomanceScanner] splits, [RomanceMorphology] finds the
/// candidates of each word, [ViterbiTagger] chooses among them by context.
///
/// An elided word is a word of its own (`l'` and `albero`). A preposition with its article (`della`, `du`) and a
/// verb with its pronouns (`dammelo`) are one word, as written, with the lemma of the preposition and of the verb;
/// `donne-moi` is two. A capitalized word within a sentence is a name. Unknown forms are analyzed by their ending,
/// so that a learner's `terrozzata` has a lemma too. Other scripts are tokenized by Unicode's word boundaries.
public final class RomanceTokenizer implements Tokenizer {
    private final String code;
    private final CaseFolding caseFolding;
    private final Tokenizer otherScripts;
    private final RomanceMorphology morphology;
    private final RomanceScanner scanner;
    private final ProperNouns properNouns;
    private final ViterbiTagger tagger;
    private final Auxiliaries auxiliaries;
    private final FrequencyBands bands;

    private RomanceTokenizer(RomanceLanguage language, Tokenizer otherScripts) {
        this.code = language.code();
        this.caseFolding = new CaseFolding(Locale.forLanguageTag(code));
        this.otherScripts = otherScripts;
        this.morphology = new RomanceMorphology(language);
        this.scanner = new RomanceScanner(language, morphology);
        this.properNouns = new ProperNouns(morphology, caseFolding);
        this.tagger = new ViterbiTagger();
        this.auxiliaries = new Auxiliaries(language);
        this.bands = FrequencyBands.of(code, word -> morphology.frequency(word.display()));
    }

    /// Loads the dictionary and the tables: a fraction of a second and a few megabytes.
    ///
    /// @param otherScripts tokenizes what is not in Latin script
    public static RomanceTokenizer load(RomanceLanguage language, Tokenizer otherScripts) {
        return new RomanceTokenizer(language, otherScripts);
    }

    @Override
    public List<Token> tokenize(String text) {
        var spans = scanner.scan(text);
        var candidates = new LemmaCandidate[spans.size()][];
        for (int word = 0; word < candidates.length; word++) {
            candidates[word] = candidates(text, spans, word);
        }
        int[] chosen = tagger.choose(candidates, spans);
        var tokens = new ArrayList<Token>(candidates.length);
        for (int word = 0; word < candidates.length; word++) {
            if (candidates[word] == OTHER_SCRIPT) {
                tokens.addAll(otherScripts.tokenize(text, spans.start(word), spans.end(word)));
            } else if (candidates[word] != NUMBER) {
                PartOfSpeech part = auxiliaries.partOfSpeech(candidates, chosen, word);
                tokens.add(token(text, spans, word, candidates[word][chosen[word]], part));
            }
        }
        return tokens;
    }

    @Override
    public int countWords(String text) {
        var spans = scanner.scan(text);
        int count = 0;
        for (int word = 0; word < spans.size(); word++) {
            int start = spans.start(word);
            int end = spans.end(word);
            if (LatinScript.containsOtherScript(text, start, end)) {
                count += otherScripts.countWords(text.substring(start, end));
            } else if (CharacterClasses.containsLetter(text, start, end)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public Integer frequencyBand(Token word) {
        return bands.of(word);
    }

    /// Numbers are no words, but evidence for their neighbours.
    private static final LemmaCandidate[] NUMBER = {new LemmaCandidate("", "", WordClass.NUMERAL, 0)};

    private static final LemmaCandidate[] OTHER_SCRIPT = {new LemmaCandidate("", "", WordClass.NAME, 0)};

    private LemmaCandidate[] candidates(String text, WordSpans spans, int word) {
        int start = spans.start(word);
        int end = spans.end(word);
        if (LatinScript.containsOtherScript(text, start, end)) {
            return OTHER_SCRIPT;
        }
        if (!CharacterClasses.containsLetter(text, start, end)) {
            return NUMBER;
        }
        String surface = text.substring(start, end);
        var form = morphology.analyze(key(surface));
        return Character.isUpperCase(surface.codePointAt(0))
                ? properNouns.withNameCandidate(form, surface, spans.beginsSentence(word))
                : form.candidates();
    }

    /// In lower case, with straight apostrophes.
    private String key(String surface) {
        if (caseFolding.isLowerCaseAscii(surface)) {
            return surface.replace('`', '\'');
        }
        String lower = caseFolding.lowerCase(surface);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) != '\'' && CharacterRuns.isApostrophe(lower.charAt(i))) {
                lower = lower.replace(lower.charAt(i), '\'');
            }
        }
        return lower;
    }

    private Token token(String text, WordSpans spans, int word, LemmaCandidate candidate, PartOfSpeech part) {
        int start = spans.start(word);
        int end = spans.end(word);
        String surface = text.substring(start, end);
        return new Token(code, candidate.lemma(), candidate.display(), surface, part, null, start, end);
    }
}
