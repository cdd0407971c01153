package dev.parlance.analysis.emotion;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says what feelings a text shows: English by VADER's rules and a reviewed list, six more languages by a reviewed
/// list, and every language by emoji and by how it is punctuated.
///
/// A label's confidence depends on what it rests on; the constants are ranks with a reason, not measured
/// probabilities:
/// - 0.75 English words: for good, bad or neutral VADER's authors published an F1 of 0.96 on short messages and of
///   0.55 to 0.63 on reviews and news; what learners say is between.
/// - 0.6 listed words of another language: the lists are as careful, but short, and know inflection and denial
///   only roughly.
/// - 0.4 emoji alone: they are used to be friendly as often as to be moved.
/// - Nothing found: 0.5 in English, 0.3 in listed languages, 0.1 in others; silence says as much as there are
///   words that could have spoken.
///
/// What it cannot do: irony, figures of speech, the feelings of others that the learner tells about. It is meant
/// for the learner's text; the partner's emotions are nobody's.
public final class Emotions {
    /// The version of the rules and lists of this package: a change of any score is a new version.
    public static final int VERSION = 1;

    private static final String ENGLISH = "en";
    private static final double BY_ENGLISH = 0.75;
    private static final double BY_LIST = 0.6;
    private static final double BY_EMOJI = 0.4;
    private static final double SILENT_ENGLISH = 0.5;
    private static final double SILENT_LIST = 0.3;
    private static final double SILENT = 0.1;

    /// VADER's border between neutral and good or bad.
    private static final double NEUTRAL = 0.05;

    private final EmotionLists lists = EmotionLists.load();
    private final Map<String, ListReader> byLanguage = new HashMap<>();
    private final EmojiReader emoji = new EmojiReader(lists.emoji());

    public Emotions() {
        var negations = Negation.load();
        lists.words()
                .forEach((language, list) -> byLanguage.put(
                        language, new ListReader(list, negations.getOrDefault(language, Negation.none()))));
    }

    /// @param words the words of the same text, in order
    public EmotionScore of(String text, String bcp47, List<Token> words) {
        String language = Languages.primarySubtag(bcp47);
        var punctuation = Punctuation.of(text);
        var pictures = emoji.read(text);
        var spoken = spoken(text, language, words);
        double score = score(spoken.valence() + pictures.valence(), punctuation);
        var pieces = new ArrayList<>(spoken.pieces());
        pieces.addAll(pictures.pieces());
        pieces.sort(Comparator.comparingInt(piece -> piece.evidence().start()));
        var label = label(pieces, score);
        if (label == Emotion.NEUTRAL) {
            return new EmotionScore(score, 0, label, List.of(), silence(language));
        }
        var speaking = speaking(pieces, label);
        double strength = strength(speaking, punctuation);
        return new EmotionScore(
                score, strength, label, evidence(speaking, punctuation), confidence(speaking, language));
    }

    private Findings spoken(String text, String language, List<Token> words) {
        if (language.equals(ENGLISH)) {
            return new EnglishReader(English.VADER, lists.of(ENGLISH)).read(text);
        }
        var reader = byLanguage.get(language);
        return reader == null ? new Findings(List.of(), 0) : reader.read(text, words);
    }

    private static double score(double valence, Punctuation punctuation) {
        return EmotionScore.normalised(valence + Math.signum(valence) * punctuation.weight());
    }

    /// The strongest named emotion, the one met first among equals; without one good or bad as the score says.
    private static Emotion label(List<Piece> pieces, double score) {
        var label = score >= NEUTRAL ? Emotion.POSITIVE : score <= -NEUTRAL ? Emotion.NEGATIVE : Emotion.NEUTRAL;
        double strongest = 0;
        for (var emotion : inOrder(pieces)) {
            double sum = sum(speaking(pieces, emotion));
            if (sum > strongest) {
                strongest = sum;
                label = emotion;
            }
        }
        return label;
    }

    private static Set<Emotion> inOrder(List<Piece> pieces) {
        var named = new LinkedHashSet<Emotion>();
        for (var piece : pieces) {
            if (piece.emotion().isNamed()) {
                named.add(piece.emotion());
            }
        }
        return named;
    }

    /// What speaks for the emotion, each word and emoji where it stands first and as strong as it is anywhere.
    private static List<Piece> speaking(List<Piece> pieces, Emotion emotion) {
        var distinct = new LinkedHashMap<String, Piece>();
        for (var piece : pieces) {
            if (piece.emotion() == emotion) {
                distinct.merge(piece.what(), piece, Piece::orAsStrongAs);
            }
        }
        return List.copyOf(distinct.values());
    }

    private static double sum(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::strength).sum();
    }

    private static double strength(List<Piece> pieces, Punctuation punctuation) {
        double raised = punctuation.raised();
        double sum = pieces.stream()
                .filter(piece -> piece.raised() || raised > 0)
                .mapToDouble(Piece::strength)
                .sum();
        return EmotionScore.normalised(sum == 0 ? 0 : sum + raised);
    }

    private static List<Evidence> evidence(List<Piece> pieces, Punctuation punctuation) {
        var evidence = new ArrayList<Evidence>(pieces.size() + 1);
        pieces.forEach(piece -> evidence.add(piece.evidence()));
        punctuation.emphasis().ifPresent(evidence::add);
        evidence.sort(Comparator.comparingInt(Evidence::start));
        return evidence;
    }

    private static double confidence(List<Piece> pieces, String language) {
        boolean words = pieces.stream().anyMatch(piece -> piece.evidence().kind() == Evidence.Kind.WORD);
        return !words ? BY_EMOJI : language.equals(ENGLISH) ? BY_ENGLISH : BY_LIST;
    }

    private double silence(String language) {
        return language.equals(ENGLISH) ? SILENT_ENGLISH : byLanguage.containsKey(language) ? SILENT_LIST : SILENT;
    }

    /// Loaded by the first English text, once for all.
    private static final class English {
        static final Vader VADER = new Vader(VaderLexicon.load(), EnglishModifiers.load());
    }
}
