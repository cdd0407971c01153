package dev.parlance.analysis.highlight;

import dev.parlance.analysis.highlight.Cue.Feeling;
import dev.parlance.analysis.highlight.Cue.Intensifier;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// Whether the learner's words show an emotion, by emoji, emphatic punctuation and a short reviewed list per
/// language.
///
/// Each emotion's score is the sum of its different words and emoji: 1 for a weak one, 2 for a strong one or a weak
/// one after an intensifier (so happy, とても楽しい). `!!`, `?!` and the like add 1 to the strongest; a single `!` says
/// nothing. A score of 2 makes the moment: the strongest emotion, the one met first among equals, one moment per
/// turn.
///
/// What it cannot do: negation (not scared), irony, figures of speech, words that are not on the list, the emotion
/// of somebody else that the learner tells about, emoticons such as :-). Languages without a list have emoji and
/// punctuation only. It is meant for the learner's text; the partner's emotions are nobody's moment.
public final class EmotionalMoments {
    private static final int THRESHOLD = 2;
    private static final int REACH_OF_AN_INTENSIFIER = 2;
    private static final int MOST_SHOWN = 5;
    private static final String PLACE = "turn";

    private final EmotionLists lists = EmotionLists.load();

    /// @param words the words of the same text, in order
    public Optional<Moment> in(String text, String bcp47, List<Token> words) {
        var found = new ArrayList<Evidence>();
        addWords(found, words, lists.of(Languages.primarySubtag(bcp47)));
        EmojiEvidence.addTo(found, text, lists.emoji());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var evidence = withoutRepetitions(found);
        var emphasis = Emphasis.in(text);
        var strongest = strongest(evidence);
        int score = score(evidence, strongest) + (emphasis.isPresent() ? 1 : 0);
        if (score < THRESHOLD) {
            return Optional.empty();
        }
        evidence.removeIf(piece -> piece.emotion() != strongest);
        return Optional.of(moment(strongest, evidence, emphasis));
    }

    private static void addWords(List<Evidence> found, List<Token> words, Map<String, Cue> list) {
        int intensified = -1;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var cue = cue(word, list);
            switch (cue) {
                case null -> {}
                case Intensifier() -> intensified = i + REACH_OF_AN_INTENSIFIER;
                case Feeling(var emotion, int weight) -> {
                    var feeling = new Feeling(emotion, i <= intensified ? Feeling.STRONG : weight);
                    found.add(new Evidence(word.lemma(), word.surface(), feeling, word.start(), word.end()));
                }
            }
        }
    }

    /// The form as used, too: the lists name some inflected forms and leave others out.
    private static Cue cue(Token word, Map<String, Cue> list) {
        var cue = list.get(word.lemma());
        cue = cue == null ? list.get(word.display()) : cue;
        return cue == null ? list.get(word.surface().toLowerCase(Locale.ROOT)) : cue;
    }

    /// In the text's order, each word and emoji where it stands first and as strong as it is anywhere.
    private static List<Evidence> withoutRepetitions(List<Evidence> found) {
        found.sort(Comparator.comparingInt(Evidence::start));
        var distinct = new LinkedHashMap<String, Evidence>();
        found.forEach(piece -> distinct.merge(piece.what(), piece, Evidence::orAsStrongAs));
        return new ArrayList<>(distinct.values());
    }

    private static Emotion strongest(List<Evidence> evidence) {
        var strongest = evidence.getFirst().emotion();
        for (var piece : evidence) {
            if (score(evidence, piece.emotion()) > score(evidence, strongest)) {
                strongest = piece.emotion();
            }
        }
        return strongest;
    }

    private static int score(List<Evidence> evidence, Emotion emotion) {
        int score = 0;
        for (var piece : evidence) {
            score += piece.emotion() == emotion ? piece.feeling().weight() : 0;
        }
        return score;
    }

    private static Moment moment(Emotion emotion, List<Evidence> evidence, Optional<String> emphasis) {
        var shown = new StringJoiner(", ", emotion.label() + ": ", "");
        evidence.stream().limit(MOST_SHOWN).map(Evidence::shown).forEach(shown::add);
        emphasis.ifPresent(shown::add);
        var first = evidence.getFirst();
        return new Moment(Moment.EMOTIONAL_MOMENT, PLACE, shown.toString(), first.start(), first.end());
    }
}
