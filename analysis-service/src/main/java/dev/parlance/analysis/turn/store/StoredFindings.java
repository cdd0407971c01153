package dev.parlance.analysis.turn.store;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.PackedEmotion;
import dev.parlance.analysis.highlight.HighlightFindings;
import dev.parlance.analysis.vocabulary.TextAnnotations;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import java.util.List;
import java.util.Map;

/// The JSON of the column `facts`. The results of the vocabulary and of the highlights stand where they stood before
/// results had names, so that rows of every release can be read, by an instance of an earlier release as well; every
/// other result stands in `findings`.
///
/// @param unlistedWords null or left out: none
/// @param annotations null in rows written before they were kept, and where the learner said nothing
/// @param provisional null in rows written before it was kept: false
/// @param findings    by the name of their analyser; null or left out: none
record StoredFindings(
        List<TextWord> words,
        @JsonInclude(NON_NULL) Integer unlistedWords,
        int replyWords,
        int sentences,
        List<TextHighlight> moments,
        StoredAnnotations annotations,
        Map<String, Integer> analyzers,
        Boolean provisional,
        @JsonInclude(NON_EMPTY) Map<String, JsonNode> findings) {

    VocabularyFindings vocabulary() {
        TextAnnotations text = annotations == null ? null : annotations.toTextAnnotations();
        return new VocabularyFindings(
                words, unlistedWords == null ? 0 : unlistedWords, replyWords, sentences, text, null);
    }

    HighlightFindings highlights(String learnerText) {
        EmotionScore emotion = annotations == null || annotations.emotion == null
                ? null
                : PackedEmotion.unpack(learnerText, annotations.emotion);
        return new HighlightFindings(moments, emotion);
    }

    /// [TextAnnotations] and the emotion of the same text.
    ///
    /// @param emotion see [PackedEmotion]; null where the analyser failed
    @JsonInclude(NON_NULL)
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record StoredAnnotations(
            String language,
            int confidence,
            int[] sentences,
            int[] words,
            String kana,
            Map<Integer, String> displays,
            int[] emotion) {
        static StoredAnnotations of(TextAnnotations text, EmotionScore emotion) {
            return new StoredAnnotations(
                    text.language(),
                    text.confidence(),
                    text.sentences(),
                    text.words(),
                    text.kana(),
                    text.displays(),
                    emotion == null ? null : PackedEmotion.pack(emotion));
        }

        TextAnnotations toTextAnnotations() {
            return new TextAnnotations(language, confidence, sentences, words, kana, displays);
        }
    }
}
