package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.analysis.language.text.SentenceSplitter;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CorpusConversationsTest {
    private final Languages languages = new Languages();

    @Test
    void wordsAreInOrderAndAtTheirOffsets() throws Exception {
        // Given
        var conversations = Corpora.conversations();
        long words = 0;
        for (var utterance : conversations) {
            // When
            var found = languages.tokenizerFor(utterance.language()).tokenize(utterance.text());
            // Then
            assertWellFormed(utterance.text(), found);
            words += found.size();
        }
        assertThat(words).isGreaterThan(conversations.size());
    }

    @Test
    void asManyWordsAreCountedAsAreFound() throws Exception {
        for (var utterance : Corpora.conversations()) {
            // Given
            var tokenizer = languages.tokenizerFor(utterance.language());
            // When
            int count = tokenizer.countWords(utterance.text());
            // Then
            assertThat(count)
                    .as(utterance.text())
                    .isEqualTo(tokenizer.tokenize(utterance.text()).size());
        }
    }

    @Test
    void everyWordBelongsToOneSentence() throws Exception {
        for (var utterance : Corpora.conversations()) {
            // Given
            var words = languages.tokenizerFor(utterance.language()).tokenize(utterance.text());
            // When
            int[] boundaries = SentenceSplitter.boundaries(utterance.text(), utterance.language());
            var sentences = SentenceSplitter.split(utterance.text(), boundaries, words);
            // Then
            assertThat(sentences.stream().mapToInt(Sentence::words).sum()).isEqualTo(words.size());
            int end = 0;
            for (var sentence : sentences) {
                assertThat(sentence.words()).isPositive();
                assertThat(sentence.start()).isGreaterThanOrEqualTo(end).isLessThan(sentence.end());
                end = sentence.end();
                String text = utterance.text().substring(sentence.start(), sentence.end());
                assertThat(text).isEqualTo(text.strip()).doesNotContain("\n");
            }
        }
    }

    @Test
    void manyThreadsFindTheSameWordsAsOne() throws Exception {
        // Given
        var conversations = Corpora.conversations();
        var sequential = new ConcurrentHashMap<Corpora.Utterance, List<Token>>();
        conversations.forEach(utterance -> sequential.put(
                utterance, languages.tokenizerFor(utterance.language()).tokenize(utterance.text())));
        // When
        var newLanguages = new Languages();
        var threadTasks = new ArrayList<Callable<Integer>>();
        for (int seed = 0; seed < 4; seed++) {
            var shuffled = new ArrayList<>(conversations);
            Collections.shuffle(shuffled, new Random(seed));
            threadTasks.add(() -> differences(newLanguages, shuffled, sequential));
        }
        // Then
        try (var threads = Executors.newFixedThreadPool(threadTasks.size())) {
            for (var differences : threads.invokeAll(threadTasks)) {
                assertThat(differences.get()).isZero();
            }
        }
    }

    private static int differences(
            Languages languages,
            List<Corpora.Utterance> texts,
            ConcurrentHashMap<Corpora.Utterance, List<Token>> expected) {
        int differences = 0;
        for (var utterance : texts) {
            var words = languages.tokenizerFor(utterance.language()).tokenize(utterance.text());
            differences += words.equals(expected.get(utterance)) ? 0 : 1;
        }
        return differences;
    }

    static void assertWellFormed(String text, List<Token> words) {
        int end = 0;
        for (var word : words) {
            assertThat(word.start()).isGreaterThanOrEqualTo(end).isLessThan(word.end());
            end = word.end();
            assertThat(text.substring(word.start(), word.end())).isEqualTo(word.surface());
            assertThat(word.surface().codePoints().anyMatch(Character::isLetter))
                    .isTrue();
            assertThat(word.lemma()).isNotBlank();
            assertThat(word.display()).isNotBlank();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
