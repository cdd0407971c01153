package dev.parlance.analysis.language.romance;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import morfologik.stemming.WordData;

/// The forms of a language with their lemmas and tags, the likelier lemmas cheaper.
final class Lexicon {
    private static final int LONGEST = 60;

    private final Automaton automaton;
    private final Tagset tagset;
    private final Commonness commonness;

    Lexicon(RomanceLanguage language) {
        this.automaton = Automaton.read(language.dictionary());
        this.tagset = language.tagset();
        this.commonness = language.commonness(automaton);
    }

    Accents accents(String[] groups) {
        return new Accents(automaton, groups);
    }

    boolean knows(String form) {
        int end = form.length() > LONGEST ? Automaton.NOWHERE : automaton.after(form);
        return end != Automaton.NOWHERE && automaton.isForm(end);
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
                String lemma = entry.getStem().toString();
                add(found, new Candidate(UCharacter.foldCase(lemma, true), lemma, kind, tagset.cost(tag)));
            }
        }
        return found.size() < 2 ? found : weighed(found);
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

    private List<Candidate> weighed(List<Candidate> found) {
        int[] rarities = found.stream()
                .mapToInt(candidate -> commonness.rarity(candidate.display()))
                .toArray();
        int least = Integer.MAX_VALUE;
        for (int rarity : rarities) {
            least = Math.min(least, rarity);
        }
        var weighed = new ArrayList<Candidate>(rarities.length);
        for (int i = 0; i < rarities.length; i++) {
            weighed.add(found.get(i).dearer(rarities[i] - least));
        }
        return weighed;
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
