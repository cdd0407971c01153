package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.dictionary.Lexicon;
import dev.parlance.analysis.language.tagging.MaxentTagger;
import dev.parlance.analysis.language.tagging.TokenSpans;
import dev.parlance.analysis.language.text.CaseFolding;
import dev.parlance.analysis.language.text.DirectMappedCache;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tokenizer of languages with a scanner, a tagger and a dictionary.
///
/// A word's display is its dictionary form, its lemma the same case-folded ([CaseFolding]): `Haus` and `haus` are one
/// word. Scripts that write no spaces are tokenized by Unicode's word boundaries.
public final class SpacedTokenizer implements Tokenizer {
    private static final int CACHE_SIZE = 1 << 13;
    private static final int MAX_CACHED_FORM_LENGTH = 40;

    private record CachedForm(String surface, PartOfSpeech partOfSpeech, String lemma, String display) {
        boolean isOf(String otherSurface, PartOfSpeech otherPartOfSpeech) {
            return partOfSpeech == otherPartOfSpeech && surface.equals(otherSurface);
        }
    }

    private final String language;
    private final CaseFolding caseFolding;
    private final SpacedScanner scanner;
    private final MaxentTagger tagger;
    private final Lexicon lexicon;
    private final FrequencyBands bands;
    private final DirectMappedCache<CachedForm> cache = new DirectMappedCache<>(CACHE_SIZE);
    private final Tokenizer otherScripts = new IcuTokenizer(LanguageCode.UNDETERMINED);

    public SpacedTokenizer(
            String language, SpacedScanner scanner, MaxentTagger tagger, Lexicon lexicon, FrequencyBands bands) {
        this.language = language;
        this.caseFolding = new CaseFolding(Locale.forLanguageTag(language));
        this.scanner = scanner;
        this.tagger = tagger;
        this.lexicon = lexicon;
        this.bands = bands;
    }

    @Override
    public List<Token> tokenize(String text) {
        var spans = scanner.scan(text);
        var partsOfSpeech = tagger.partsOfSpeech(spans, lexicon);
        var words = new ArrayList<Token>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            if (spans.isWord(i)) {
                words.add(token(spans, i, partsOfSpeech[i]));
            } else if (spans.isUnspaced(i)) {
                for (var word : otherScripts.tokenize(spans.surface(i))) {
                    words.add(shiftedToText(word, spans.start(i)));
                }
            }
        }
        return words;
    }

    /// Without tagging and lemmas, which are most of the work.
    @Override
    public int countWords(String text) {
        var spans = scanner.scan(text);
        int count = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.isWord(i)) {
                count++;
            } else if (spans.isUnspaced(i)) {
                count += otherScripts.countWords(spans.surface(i));
            }
        }
        return count;
    }

    @Override
    public Integer frequencyBand(Token word) {
        return bands.of(word);
    }

    private Token token(TokenSpans spans, int index, PartOfSpeech tagged) {
        String surface = spans.surface(index);
        var partOfSpeech = tagged == null ? PartOfSpeech.X : tagged; // tagged as punctuation
        var form = lookUp(surface, partOfSpeech);
        return new Token(
                language,
                form.lemma(),
                form.display(),
                form.surface(),
                partOfSpeech,
                null,
                spans.start(index),
                spans.end(index));
    }

    private CachedForm lookUp(String surface, PartOfSpeech partOfSpeech) {
        int hash = surface.hashCode() * 31 + partOfSpeech.hashCode();
        var cached = cache.get(hash);
        if (cached != null && cached.isOf(surface, partOfSpeech)) {
            return cached;
        }
        String display = lexicon.lemma(caseFolding.normalize(surface), partOfSpeech);
        var form = new CachedForm(surface, partOfSpeech, caseFolding.fold(display), display);
        if (surface.length() <= MAX_CACHED_FORM_LENGTH) {
            cache.put(hash, form);
        }
        return form;
    }

    private Token shiftedToText(Token word, int offset) {
        return new Token(
                language,
                word.lemma(),
                word.display(),
                word.surface(),
                null,
                null,
                word.start() + offset,
                word.end() + offset);
    }
}
