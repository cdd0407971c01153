package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.List;

/// What is found in one turn's texts, as far as the analysers have come.
///
/// @param words     the learner's, each once
/// @param sentences of the learner, with at least one word
/// @param moments   notable ones, first uses aside: those depend on the learner's other turns
/// @param text      the learner's text word by word, for the analysers that come after; not stored
record Facts(List<UsedWord> words, int replyWords, int sentences, List<Moment> moments, ReadText text) {
    static final Facts NONE = new Facts(List.of(), 0, 0, List.of());

    /// As they are stored.
    Facts(List<UsedWord> words, int replyWords, int sentences, List<Moment> moments) {
        this(words, replyWords, sentences, moments, ReadText.NOTHING);
    }

    Facts withText(ReadText read, List<UsedWord> found, int replies) {
        return new Facts(found, replies, read.sentences().size(), moments, read);
    }

    Facts withMoments(List<Moment> found) {
        return new Facts(words, replyWords, sentences, found, text);
    }

    Facts withWords(List<UsedWord> changed) {
        return new Facts(changed, replyWords, sentences, moments, text);
    }

    /// What is kept of them once all analysers are done.
    Facts withoutText() {
        return new Facts(words, replyWords, sentences, moments);
    }

    int learnerWords() {
        return words.stream().mapToInt(UsedWord::count).sum();
    }
}
