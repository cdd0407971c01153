package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RealConversationsTest {
    private final Languages languages = new Languages();

    @Test
    void wordsStandInOrderWhereTheyWereSaid() throws Exception {
        // Given
        var conversations = RealTexts.conversations();
        long words = 0;
        for (var said : conversations) {
            // When
            var read = languages.readerFor(said.language()).words(said.text());
            // Then
            assertWellFormed(said.text(), read);
            words += read.size();
        }
        assertThat(words).isGreaterThan(conversations.size());
    }

    @Test
    void asManyWordsAreCountedAsAreRead() throws Exception {
        for (var said : RealTexts.conversations()) {
            // Given
            var reader = languages.readerFor(said.language());
            // When
            int count = reader.count(said.text());
            // Then
            assertThat(count)
                    .as(said.text())
                    .isEqualTo(reader.words(said.text()).size());
        }
    }

    @Test
    void everyWordBelongsToOneSentence() throws Exception {
        for (var said : RealTexts.conversations()) {
            // Given
            var words = languages.readerFor(said.language()).words(said.text());
            // When
            var sentences = Sentences.of(said.text(), said.language(), words);
            // Then
            assertThat(sentences.stream().mapToInt(Sentence::words).sum()).isEqualTo(words.size());
            int end = 0;
            for (var sentence : sentences) {
                assertThat(sentence.words()).isPositive();
                assertThat(sentence.start()).isGreaterThanOrEqualTo(end).isLessThan(sentence.end());
                end = sentence.end();
                String text = said.text().substring(sentence.start(), sentence.end());
                assertThat(text).isEqualTo(text.strip()).doesNotContain("\n");
            }
        }
    }

    @Test
    void manyThreadsReadTheSameWordsAsOne() throws Exception {
        // Given
        var conversations = RealTexts.conversations();
        var alone = new ConcurrentHashMap<RealTexts.Said, List<Token>>();
        conversations.forEach(
                said -> alone.put(said, languages.readerFor(said.language()).words(said.text())));
        // When
        var fresh = new Languages();
        var readers = new ArrayList<Callable<Integer>>();
        for (int seed = 0; seed < 4; seed++) {
            var shuffled = new ArrayList<>(conversations);
            Collections.shuffle(shuffled, new Random(seed));
            readers.add(() -> differences(fresh, shuffled, alone));
        }
        // Then
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            for (var differences : threads.invokeAll(readers)) {
                assertThat(differences.get()).isZero();
            }
        }
    }

    private static int differences(
            Languages languages, List<RealTexts.Said> texts, ConcurrentHashMap<RealTexts.Said, List<Token>> expected) {
        int differences = 0;
        for (var said : texts) {
            var words = languages.readerFor(said.language()).words(said.text());
            differences += words.equals(expected.get(said)) ? 0 : 1;
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
