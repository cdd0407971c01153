package dev.parlance.analysis.language.romance;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import morfologik.stemming.WordData;

/// The forms of a language with their lemmas and tags, the likelier lemmas cheaper.
final class Lexicon {
    private static final int RAREST = 12;
    private static final int MUCH_RARER_VERB = 8;
    private static final int NOUN_LIKE_PARTICIPLE = 2;
    private static final int ADJECTIVE_LIKE_PARTICIPLE = 3;

    private final Automaton automaton;
    private final Tagset tagset;
    private final Commonness commonness;

    Lexicon(RomanceLanguage language) {
        this.automaton = Automaton.read(language.dictionary());
        this.tagset = language.tagset();
        this.commonness = language.commonness(automaton);
    }

    Accents accents(List<String> groups) {
        return new Accents(automaton, groups);
    }

    boolean knows(String form) {
        return automaton.knows(form);
    }

    /// On the scale of its language, see [Commonness].
    int frequency(String lemma) {
        return commonness.frequency(lemma);
    }

    /// What the dictionary says that a form may be; empty where it does not know it.
    List<Candidate> of(String form) {
        if (!knows(form)) {
            return List.of();
        }
        var found = new ArrayList<Candidate>(4);
        for (WordData entry : automaton.entries(form)) {
            String tag = tag(entry);
            Kind kind = tag.isEmpty() ? null : tagset.kind(tag);
            if (kind != null) {
                String stem = entry.getStem().toString();
                String lemma = kind == Kind.NOUN ? tagset.noun(tag, form, stem) : stem;
                int cost = commonness.rarity(stem) + tagset.cost(tag);
                add(found, new Candidate(UCharacter.foldCase(lemma, true), lemma, kind, cost));
            }
        }
        return weighed(withoutDoubts(found));
    }

    /// The same word may be several inflections; the likeliest counts.
    private static void add(List<Candidate> found, Candidate candidate) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isSameWord(candidate)) {
                if (candidate.cost() < found.get(i).cost()) {
                    found.set(i, candidate);
                }
                return;
            }
        }
        found.add(candidate);
    }

    /// Leaves out what only the table of closed words should say of a form that has other sides, and participles that
    /// are called adjectives too.
    private static List<Candidate> withoutDoubts(List<Candidate> found) {
        boolean open = found.stream().anyMatch(candidate -> candidate.kind().isOpen());
        return found.stream()
                .filter(candidate -> candidate.kind().isOpen() || !open)
                .filter(candidate -> candidate.kind() != Kind.ADJECTIVE
                        || found.stream()
                                .noneMatch(other -> other.kind() == Kind.PARTICIPLE
                                        && other.lemma().equals(candidate.lemma())))
                .toList();
    }

    /// The frequency of `partido` tells little of the noun, for it is the participle's too: where a form is both, the
    /// noun and the adjective count as rarer, towards the verb's own rarity.
    private List<Candidate> weighed(List<Candidate> found) {
        int verb = found.stream()
                .filter(candidate -> candidate.kind() == Kind.PARTICIPLE)
                .mapToInt(Candidate::cost)
                .min()
                .orElse(Integer.MAX_VALUE);
        int[] costs = new int[found.size()];
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < costs.length; i++) {
            int cost = found.get(i).cost();
            costs[i] = cost + besideParticiple(found.get(i).kind(), verb - cost);
            least = Math.min(least, costs[i]);
        }
        var weighed = new ArrayList<Candidate>(costs.length);
        for (int i = 0; i < costs.length; i++) {
            weighed.add(found.get(i).costing(Math.min(costs[i] - least, RAREST)));
        }
        return weighed;
    }

    /// Nothing where the verb is so rare that the form will seldom be its participle: `porta` of `porgere`.
    private static int besideParticiple(Kind kind, int rarerVerb) {
        if (rarerVerb > MUCH_RARER_VERB || (kind != Kind.NOUN && kind != Kind.ADJECTIVE)) {
            return 0;
        }
        return Math.max(0, rarerVerb) + (kind == Kind.NOUN ? NOUN_LIKE_PARTICIPLE : ADJECTIVE_LIKE_PARTICIPLE);
    }

    /// Without the letter of the form's frequency at its end.
    private String tag(WordData entry) {
        CharSequence tag = entry.getTag();
        if (tag == null) {
            return "";
        }
        return automaton.hasFrequencies() && !tag.isEmpty()
                ? tag.subSequence(0, tag.length() - 1).toString()
                : tag.toString();
    }
}
