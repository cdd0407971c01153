package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.text.DirectMappedCache;
import java.util.ArrayList;
import java.util.List;

/// The candidates of any form of a language, known or not. The first that has any decides: closed-class words, the
/// dictionary, the dictionary with accents restored, a verb with enclitic pronouns, the last part of a compound, the
/// ending. Recent forms are cached.
public final class RomanceMorphology {
    private static final int CACHE_SIZE = 1 << 13;
    private static final int MAX_CACHED_FORM_LENGTH = 40;

    /// @param form as looked up
    /// @param known false if the candidates are by the ending alone
    @SuppressWarnings("ArrayRecordComponent") // read by index, never compared
    public record FormCandidates(String form, LemmaCandidate[] candidates, boolean known) {}

    private final ClosedClassWords closedClassWords;
    private final RomanceLexicon lexicon;
    private final AccentRestoration accentRestoration;
    private final Enclitics enclitics;
    private final Endings endings;
    private final DirectMappedCache<FormCandidates> cache = new DirectMappedCache<>(CACHE_SIZE);

    public RomanceMorphology(RomanceLanguage language) {
        this.closedClassWords = new ClosedClassWords(language);
        this.lexicon = new RomanceLexicon(language);
        this.accentRestoration = lexicon.accentRestoration(language.accents());
        this.enclitics = new Enclitics(language, lexicon);
        this.endings = new Endings(language);
    }

    public boolean knows(String form) {
        return closedClassWords.find(form) != null || lexicon.knows(form);
    }

    /// See [WordFrequency#frequency].
    public int frequency(String lemma) {
        return lexicon.frequency(lemma);
    }

    public boolean isClosedClass(String form) {
        return closedClassWords.find(form) != null;
    }

    /// Whether the form becomes a known word by an accent on its last letter: `citta`, `piu`.
    public boolean lacksLastAccent(String form) {
        int last = form.length() - 1;
        return accentRestoration.restore(form).stream()
                .anyMatch(accented -> accented.charAt(last) != form.charAt(last));
    }

    /// @param form in lower case, composed (NFC), with straight apostrophes
    public FormCandidates analyze(String form) {
        FormCandidates cached = cache.get(form.hashCode());
        if (cached != null && cached.form().equals(form)) {
            return cached;
        }
        FormCandidates found = lookUp(form);
        if (form.length() <= MAX_CACHED_FORM_LENGTH) { // bounds the memory of the cache
            cache.put(form.hashCode(), found);
        }
        return found;
    }

    /// The dictionary's candidates of a form as written, capitals included: `Paris`.
    public List<LemmaCandidate> lookUpAsWritten(String form) {
        return lexicon.candidates(form);
    }

    private FormCandidates lookUp(String form) {
        LemmaCandidate[] candidates = listedCandidates(form);
        if (candidates.length > 0) {
            return new FormCandidates(form, candidates, true);
        }
        if (Character.isDigit(form.charAt(0))) { // an ordinal or an amount: 2e, 3er, 20km
            return new FormCandidates(
                    form, new LemmaCandidate[] {new LemmaCandidate(form, form, WordClass.ADJECTIVE, 0)}, true);
        }
        for (String accented : accentRestoration.restore(withoutApostrophe(form))) {
            candidates = concat(candidates, listedCandidates(accented));
        }
        if (candidates.length == 0) {
            candidates = enclitics.candidates(form);
        }
        if (candidates.length == 0) {
            candidates = candidatesByLastPart(form);
        }
        return candidates.length > 0
                ? new FormCandidates(form, candidates, true)
                : new FormCandidates(form, endings.candidates(form), false);
    }

    private LemmaCandidate[] listedCandidates(String form) {
        LemmaCandidate[] closedClass = closedClassWords.find(form);
        return closedClass != null ? closedClass : lexicon.candidates(form).toArray(LemmaCandidate.NONE);
    }

    /// Learners write `citta'` for `città`.
    private static String withoutApostrophe(String form) {
        return form.endsWith("'") ? form.substring(0, form.length() - 1) : form;
    }

    private static LemmaCandidate[] concat(LemmaCandidate[] first, LemmaCandidate[] second) {
        if (first.length == 0 || second.length == 0) {
            return first.length == 0 ? second : first;
        }
        var joined = new ArrayList<>(List.of(first));
        joined.addAll(List.of(second));
        return joined.toArray(LemmaCandidate.NONE);
    }

    /// `politico-financière` is inflected as `financière` is.
    private LemmaCandidate[] candidatesByLastPart(String form) {
        int hyphen = form.lastIndexOf('-') + 1;
        if (hyphen <= 1 || hyphen == form.length()) {
            return LemmaCandidate.NONE;
        }
        String first = form.substring(0, hyphen);
        return lexicon.candidates(form.substring(hyphen)).stream()
                .filter(last -> last.wordClass() == WordClass.NOUN || last.wordClass() == WordClass.ADJECTIVE)
                .map(last ->
                        new LemmaCandidate(first + last.lemma(), first + last.display(), last.wordClass(), last.cost()))
                .toArray(LemmaCandidate[]::new);
    }
}
