package dev.parlance.analysis.language;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// What was found out about forms that were read before: learners repeat themselves.
///
/// Bounded and without locks: a form has one place, where another may replace it. A race costs no more than
/// finding the same out again.
final class KnownForms {
    /// @param surface as used
    /// @param partOfSpeech as which it was used
    /// @param lemma what identifies it
    /// @param display its form to show
    record Form(String surface, PartOfSpeech partOfSpeech, String lemma, String display) {
        boolean is(String otherSurface, PartOfSpeech otherPartOfSpeech) {
            return partOfSpeech == otherPartOfSpeech && surface.equals(otherSurface);
        }
    }

    private static final int PLACES = 1 << 13;
    private static final int LONGEST = 40;

    private final AtomicReferenceArray<Form> places = new AtomicReferenceArray<>(PLACES);

    /// Null if it is not known.
    Form find(String surface, PartOfSpeech partOfSpeech) {
        var form = places.getAcquire(place(surface, partOfSpeech));
        return form != null && form.is(surface, partOfSpeech) ? form : null;
    }

    void keep(Form form) {
        if (form.surface().length() <= LONGEST) {
            places.setRelease(place(form.surface(), form.partOfSpeech()), form);
        }
    }

    private static int place(String surface, PartOfSpeech partOfSpeech) {
        int hash = surface.hashCode() * 31 + partOfSpeech.hashCode();
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
