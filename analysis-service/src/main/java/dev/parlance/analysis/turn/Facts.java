package dev.parlance.analysis.turn;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.text.AnnotatedText;
import dev.parlance.analysis.text.Annotations;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.List;

/// What is found in one turn's texts, as far as the analysers have come.
///
/// @param words       the learner's, each once
/// @param sentences   of the learner, with at least one word
/// @param moments     notable ones, first uses aside: those depend on the learner's other turns
/// @param annotations of the learner's text, once all analysers are done; null before, where the learner said
///     nothing, and in turns of before they were kept
/// @param text        the learner's text word by word, for the analysers that come after; not stored
/// @param emotion     that it shows; null before it was looked for; not stored by itself
record Facts(
        List<UsedWord> words,
        int replyWords,
        int sentences,
        List<Moment> moments,
        Annotations annotations,
        ReadText text,
        EmotionScore emotion) {
    static final Facts NONE = new Facts(List.of(), 0, 0, List.of(), null);

    /// As they are stored.
    Facts(List<UsedWord> words, int replyWords, int sentences, List<Moment> moments, Annotations annotations) {
        this(words, replyWords, sentences, moments, annotations, ReadText.NOTHING, null);
    }

    Facts withText(ReadText read, List<UsedWord> found, int replies) {
        return new Facts(found, replies, read.sentences().size(), moments, annotations, read, emotion);
    }

    Facts withMoments(List<Moment> found, EmotionScore shown) {
        return new Facts(words, replyWords, sentences, found, annotations, text, shown);
    }

    Facts withWords(List<UsedWord> changed) {
        return new Facts(changed, replyWords, sentences, moments, annotations, text, emotion);
    }

    /// The learner's text with what was found in it, before it is stored.
    AnnotatedText annotated(String learnerText) {
        return new AnnotatedText(learnerText, text, words, emotion);
    }

    /// What is kept of them once all analysers are done.
    Facts stored(String learnerText) {
        Annotations kept = learnerText.isEmpty() ? null : Annotations.of(annotated(learnerText));
        return new Facts(words, replyWords, sentences, moments, kept);
    }

    int learnerWords() {
        return words.stream().mapToInt(UsedWord::count).sum();
    }
}
