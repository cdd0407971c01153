package dev.parlance.analysis.vocabulary;

import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.language.text.TokenizedText;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The words and sentences of a turn.
///
/// @param words         the learner's, each once, in the order of their first use
/// @param unlistedWords uses of words of the learner that are counted only, because the analysis failed
/// @param sentences     of the learner, with at least one word
/// @param annotations   of the learner's text, as they are stored; null before that, where the learner said nothing,
///     and in turns stored before they were kept
/// @param tokens        the learner's text word by word, for the analysers that come after; null once it is stored
public record VocabularyFindings(
        List<TextWord> words,
        int unlistedWords,
        int replyWords,
        int sentences,
        TextAnnotations annotations,
        TokenizedText tokens)
        implements AnalyzerResult {
    /// As if the texts were empty.
    public static final VocabularyFindings EMPTY = counted(0, 0, 0);

    /// Words that are counted, and not listed.
    static VocabularyFindings counted(int learnerWords, int replyWords, int sentences) {
        return new VocabularyFindings(List.of(), learnerWords, replyWords, sentences, null, TokenizedText.EMPTY);
    }

    /// Those of a turn; [#EMPTY] where the analyser failed.
    public static VocabularyFindings in(TurnFindings findings) {
        return findings.find(VocabularyFindings.class).orElse(EMPTY);
    }

    /// With the first uses that are marked.
    public VocabularyFindings withFirstUses(Predicate<TextWord> isFirst) {
        return withWords(words.stream()
                .map(word -> word.withFirstUse(isFirst.test(word)))
                .toList());
    }

    public VocabularyFindings withWords(List<TextWord> changed) {
        return new VocabularyFindings(changed, unlistedWords, replyWords, sentences, annotations, tokens);
    }

    /// The same counts without the words.
    VocabularyFindings countsOnly() {
        return counted(learnerWords(), replyWords, sentences);
    }

    public int learnerWords() {
        return unlistedWords + words.stream().mapToInt(TextWord::count).sum();
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of("words", learnerWords(), "sentences", sentences);
    }

    @Override
    public boolean provisional() {
        return tokens != null && tokens.provisional();
    }

    @Override
    public VocabularyFindings forStorage(String learnerText) {
        TextAnnotations kept = learnerText.isEmpty() ? null : TextAnnotations.pack(tokens, words);
        return new VocabularyFindings(words, unlistedWords, replyWords, sentences, kept, null);
    }
}
