package dev.parlance.analysis.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words of a language that has a scanner, a tagger and a dictionary: each with its part of speech and the form
/// under which the dictionary lists it.
///
/// The display is that form, the lemma is the same without regard to case ([Casing]): `Haus` and `haus` are one
/// word. Scripts that write no spaces are read as every other language is.
final class TaggedWords implements WordReader {
    private final String language;
    private final Casing casing;
    private final SpacedScanner scanner;
    private final Tagger tagger;
    private final Lexicon lexicon;
    private final Bands bands;
    private final KnownForms known = new KnownForms();
    private final WordReader otherScripts = new IcuWords(Languages.UNDETERMINED);

    TaggedWords(String language, SpacedScanner scanner, Tagger tagger, Lexicon lexicon, Bands bands) {
        this.language = language;
        this.casing = new Casing(Locale.forLanguageTag(language));
        this.scanner = scanner;
        this.tagger = tagger;
        this.lexicon = lexicon;
        this.bands = bands;
    }

    @Override
    public List<Token> words(String text) {
        var pieces = scanner.pieces(text);
        var partsOfSpeech = tagger.partsOfSpeech(pieces, lexicon);
        var words = new ArrayList<Token>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.isWord(i)) {
                words.add(word(pieces, i, partsOfSpeech[i]));
            } else if (pieces.isForeign(i)) {
                for (var word : otherScripts.words(pieces.surface(i))) {
                    words.add(inThisText(word, pieces.start(i)));
                }
            }
        }
        return words;
    }

    /// Without a look at what the words are, which is most of the work.
    @Override
    public int count(String text) {
        var pieces = scanner.pieces(text);
        int count = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.isWord(i)) {
                count++;
            } else if (pieces.isForeign(i)) {
                count += otherScripts.count(pieces.surface(i));
            }
        }
        return count;
    }

    @Override
    public Integer band(Token word) {
        return bands.of(word);
    }

    private Token word(Pieces pieces, int piece, PartOfSpeech told) {
        String surface = pieces.surface(piece);
        var partOfSpeech = told == null ? PartOfSpeech.X : told; // a word that was taken for punctuation
        var form = known.find(surface, partOfSpeech);
        if (form == null) {
            String display = lexicon.lemma(casing.visible(surface), partOfSpeech);
            form = new KnownForms.Form(surface, partOfSpeech, casing.lemma(display), display);
            known.keep(form);
        }
        return new Token(
                language,
                form.lemma(),
                form.display(),
                form.surface(),
                partOfSpeech,
                null,
                pieces.start(piece),
                pieces.end(piece));
    }

    private Token inThisText(Token word, int offset) {
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
