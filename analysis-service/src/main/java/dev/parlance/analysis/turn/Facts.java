package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.List;

/// What is found in one turn's texts, as far as the analysers have come.
///
/// @param words     the learner's, each once
/// @param sentences of the learner, with at least one word
/// @param moments   notable ones, first uses aside: those depend on the learner's other turns
/// @param tokens    the learner's text word by word, for the analysers that come after; not stored
/// @param spans     the learner's sentences, likewise
record Facts(
        List<UsedWord> words,
        int replyWords,
        int sentences,
        List<Moment> moments,
        List<Token> tokens,
        List<Sentence> spans) {
    static final Facts NONE = new Facts(List.of(), 0, 0, List.of(), List.of(), List.of());

    Facts withWords(List<UsedWord> found, int replies, List<Token> its, List<Sentence> sentencesFound) {
        return new Facts(found, replies, sentencesFound.size(), moments, its, sentencesFound);
    }

    Facts withMoments(List<Moment> found) {
        return new Facts(words, replyWords, sentences, found, tokens, spans);
    }

    Facts withWords(List<UsedWord> changed) {
        return new Facts(changed, replyWords, sentences, moments, tokens, spans);
    }

    /// What is kept of them once all analysers are done.
    Facts withoutText() {
        return new Facts(words, replyWords, sentences, moments, List.of(), List.of());
    }

    int learnerWords() {
        return words.stream().mapToInt(UsedWord::count).sum();
    }
}
