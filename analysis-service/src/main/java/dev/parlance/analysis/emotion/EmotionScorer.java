package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Emotion;
import dev.parlance.analysis.emotion.lexicon.EmotionLexicons;
import dev.parlance.analysis.emotion.lexicon.Negation;
import dev.parlance.analysis.emotion.vader.EnglishModifiers;
import dev.parlance.analysis.emotion.vader.Vader;
import dev.parlance.analysis.emotion.vader.VaderLexicon;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the emotion that a text shows: English by VADER's rules and a reviewed list, six more languages by a reviewed
/// list, and every language by emoji and by how it is punctuated.
///
/// A label's confidence depends on its kind of evidence; the constants are ranks with a reason, not measured
/// probabilities:
/// - 0.75 English words: for good, bad or neutral VADER's authors published an F1 of 0.96 on short messages and of
///   0.55 to 0.63 on reviews and news; what learners say is between.
/// - 0.6 listed words of another language: the lists are as careful, but short, and handle inflection and negation
///   only roughly.
/// - 0.4 emoji alone: they are used to be friendly as often as to be moved.
/// - Nothing found: 0.5 in English, 0.3 in listed languages, 0.1 in others; the more words a
///   list has, the more their absence says.
///
/// What it cannot do: irony, figures of speech, the feelings of others that the learner tells about. It is meant
/// for the learner's text, not for the partner's.
public final class EmotionScorer {
    private static final String ENGLISH = "en";
    private static final double ENGLISH_CONFIDENCE = 0.75;
    private static final double LEXICON_CONFIDENCE = 0.6;
    private static final double EMOJI_CONFIDENCE = 0.4;
    private static final double ENGLISH_NEUTRAL_CONFIDENCE = 0.5;
    private static final double LEXICON_NEUTRAL_CONFIDENCE = 0.3;
    private static final double DEFAULT_NEUTRAL_CONFIDENCE = 0.1;

    /// VADER's threshold between neutral and good or bad.
    private static final double NEUTRAL_THRESHOLD = 0.05;

    private final EmotionLexicons lexicons = EmotionLexicons.load();
    private final Map<String, LexiconMatcher> byLanguage = new HashMap<>();
    private final EmojiMatcher emojiMatcher = new EmojiMatcher(lexicons.emoji());

    public EmotionScorer() {
        var negations = Negation.load();
        lexicons.byLanguage()
                .forEach((language, list) -> byLanguage.put(
                        language, new LexiconMatcher(list, negations.getOrDefault(language, Negation.none()))));
    }

    /// @param words the words of the same text, in order
    public EmotionScore score(String text, String bcp47, List<Token> words) {
        String language = LanguageCode.primarySubtag(bcp47);
        var punctuation = Punctuation.of(text);
        var emoji = emojiMatcher.match(text);
        var wordMatches = matchWords(text, language, words);
        double score = compoundScore(wordMatches.valence() + emoji.valence(), punctuation);
        var matches = new ArrayList<>(wordMatches.matches());
        matches.addAll(emoji.matches());
        matches.sort(Comparator.comparingInt(match -> match.evidence().start()));
        var label = label(matches, score);
        if (label == Emotion.NEUTRAL) {
            return new EmotionScore(score, 0, label, List.of(), neutralConfidence(language));
        }
        var labelMatches = matchesOf(matches, label);
        double strength = strength(labelMatches, punctuation);
        return new EmotionScore(
                score, strength, label, evidence(labelMatches, punctuation), confidence(labelMatches, language));
    }

    private EmotionMatches matchWords(String text, String language, List<Token> words) {
        if (language.equals(ENGLISH)) {
            return new EnglishMatcher(English.VADER, lexicons.forLanguage(ENGLISH)).match(text);
        }
        var matcher = byLanguage.get(language);
        return matcher == null ? new EmotionMatches(List.of(), 0) : matcher.match(text, words);
    }

    private static double compoundScore(double valence, Punctuation punctuation) {
        return EmotionScore.normalised(valence + Math.signum(valence) * punctuation.weight());
    }

    /// The strongest named emotion, the first in the text among equals; without one, good or bad by the score.
    private static Emotion label(List<EmotionMatch> matches, double score) {
        var label = score >= NEUTRAL_THRESHOLD
                ? Emotion.POSITIVE
                : score <= -NEUTRAL_THRESHOLD ? Emotion.NEGATIVE : Emotion.NEUTRAL;
        double strongest = 0;
        for (var emotion : namedEmotions(matches)) {
            double sum = sum(matchesOf(matches, emotion));
            if (sum > strongest) {
                strongest = sum;
                label = emotion;
            }
        }
        return label;
    }

    private static Set<Emotion> namedEmotions(List<EmotionMatch> matches) {
        var named = new LinkedHashSet<Emotion>();
        for (var match : matches) {
            if (match.emotion().isNamed()) {
                named.add(match.emotion());
            }
        }
        return named;
    }

    /// The matches of an emotion, each word and emoji once: at its first place, with its greatest strength.
    private static List<EmotionMatch> matchesOf(List<EmotionMatch> matches, Emotion emotion) {
        var distinct = new LinkedHashMap<String, EmotionMatch>();
        for (var match : matches) {
            if (match.emotion() == emotion) {
                distinct.merge(match.key(), match, EmotionMatch::strongerOf);
            }
        }
        return List.copyOf(distinct.values());
    }

    private static double sum(List<EmotionMatch> matches) {
        return matches.stream().mapToDouble(EmotionMatch::strength).sum();
    }

    private static double strength(List<EmotionMatch> matches, Punctuation punctuation) {
        double emphasis = punctuation.emphasisWeight();
        double sum = matches.stream()
                .filter(match -> match.countsAlone() || emphasis > 0)
                .mapToDouble(EmotionMatch::strength)
                .sum();
        return EmotionScore.normalised(sum == 0 ? 0 : sum + emphasis);
    }

    private static List<Evidence> evidence(List<EmotionMatch> matches, Punctuation punctuation) {
        var evidence = new ArrayList<Evidence>(matches.size() + 1);
        matches.forEach(match -> evidence.add(match.evidence()));
        punctuation.emphasis().ifPresent(evidence::add);
        evidence.sort(Comparator.comparingInt(Evidence::start));
        return evidence;
    }

    private static double confidence(List<EmotionMatch> matches, String language) {
        boolean words = matches.stream().anyMatch(match -> match.evidence().kind() == Evidence.Kind.WORD);
        return !words ? EMOJI_CONFIDENCE : language.equals(ENGLISH) ? ENGLISH_CONFIDENCE : LEXICON_CONFIDENCE;
    }

    private double neutralConfidence(String language) {
        return language.equals(ENGLISH)
                ? ENGLISH_NEUTRAL_CONFIDENCE
                : byLanguage.containsKey(language) ? LEXICON_NEUTRAL_CONFIDENCE : DEFAULT_NEUTRAL_CONFIDENCE;
    }

    /// Loaded by the first English text, once for all.
    private static final class English {
        static final Vader VADER = new Vader(VaderLexicon.load(), EnglishModifiers.load());
    }
}
