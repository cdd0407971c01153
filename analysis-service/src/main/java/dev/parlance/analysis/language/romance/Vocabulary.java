package dev.parlance.analysis.language.romance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What each form of a language may be, whether a dictionary knows it or not: first the closed words, then the
/// dictionary, then what the form is but for its accents, then a verb with pronouns at its end, then a compound by
/// its last part, at last its ending.
///
/// Learners repeat themselves: the latest forms are remembered in a table of fixed size, each where its hash says.
final class Vocabulary {
    private static final int REMEMBERED = 1 << 13;
    private static final int LONGEST_REMEMBERED = 40;

    /// @param known whether more than its ending is known of it
    @SuppressWarnings("ArrayRecordComponent") // looked up by index, never compared
    record Offer(String form, Candidate[] candidates, boolean known) {}

    private final ClosedWords closed;
    private final Lexicon lexicon;
    private final Accents accents;
    private final Enclitics enclitics;
    private final Endings endings;
    private final AtomicReferenceArray<Offer> remembered = new AtomicReferenceArray<>(REMEMBERED);

    Vocabulary(RomanceLanguage language) {
        this.closed = new ClosedWords(language);
        this.lexicon = new Lexicon(language);
        this.accents = lexicon.accents(language.accents());
        this.enclitics = new Enclitics(language, lexicon);
        this.endings = new Endings(language);
    }

    boolean knows(String form) {
        return closed.of(form) != null || lexicon.knows(form);
    }

    /// On the scale of its language, see [Commonness].
    int frequency(String lemma) {
        return lexicon.frequency(lemma);
    }

    boolean isClosed(String form) {
        return closed.of(form) != null;
    }

    /// Whether the form lacks an accent on its last letter and nothing else: `citta`, `piu`.
    boolean lacksLastAccent(String form) {
        int last = form.length() - 1;
        return accents.of(form).stream().anyMatch(accented -> accented.charAt(last) != form.charAt(last));
    }

    /// @param form in lower case, composed, with plain apostrophes
    Offer of(String form) {
        int slot = (form.hashCode() * 0x9E3779B9) >>> 19;
        Offer known = remembered.get(slot);
        if (known != null && known.form().equals(form)) {
            return known;
        }
        Offer found = look(form);
        if (form.length() <= LONGEST_REMEMBERED) { // or one text of giant words would fill the memory
            remembered.set(slot, found);
        }
        return found;
    }

    /// What the dictionary says of a form as it is written, capitals included: `Paris`.
    List<Candidate> asWritten(String form) {
        return lexicon.of(form);
    }

    private Offer look(String form) {
        Candidate[] listed = listed(form);
        if (listed.length > 0) {
            return new Offer(form, listed, true);
        }
        if (Character.isDigit(form.charAt(0))) { // an ordinal or an amount: 2e, 3er, 20km
            return new Offer(form, new Candidate[] {new Candidate(form, form, Kind.ADJECTIVE, 0)}, true);
        }
        for (String accented : accents.of(withoutApostrophe(form))) {
            listed = joined(listed, listed(accented));
        }
        if (listed.length == 0) {
            listed = enclitics.of(form);
        }
        if (listed.length == 0) {
            listed = byLastPart(form);
        }
        return listed.length > 0 ? new Offer(form, listed, true) : new Offer(form, endings.of(form), false);
    }

    private Candidate[] listed(String form) {
        Candidate[] few = closed.of(form);
        return few != null ? few : lexicon.of(form).toArray(Candidate.NONE);
    }

    /// `citta'` is written for `città`.
    private static String withoutApostrophe(String form) {
        return form.endsWith("'") ? form.substring(0, form.length() - 1) : form;
    }

    private static Candidate[] joined(Candidate[] some, Candidate[] more) {
        if (some.length == 0 || more.length == 0) {
            return some.length == 0 ? more : some;
        }
        var joined = new ArrayList<>(List.of(some));
        joined.addAll(List.of(more));
        return joined.toArray(Candidate.NONE);
    }

    /// `politico-financière` is inflected as `financière` is.
    private Candidate[] byLastPart(String form) {
        int hyphen = form.lastIndexOf('-') + 1;
        if (hyphen <= 1 || hyphen == form.length()) {
            return Candidate.NONE;
        }
        String first = form.substring(0, hyphen);
        return lexicon.of(form.substring(hyphen)).stream()
                .filter(last -> last.kind() == Kind.NOUN || last.kind() == Kind.ADJECTIVE)
                .map(last -> new Candidate(first + last.lemma(), first + last.display(), last.kind(), last.cost()))
                .toArray(Candidate[]::new);
    }
}
