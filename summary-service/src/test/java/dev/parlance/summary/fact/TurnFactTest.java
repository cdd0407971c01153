package dev.parlance.summary.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.summary.TurnAnalyzedBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnFactTest {
    @Test
    void theHighestRevisionOfATurnCountsAtAnyPositionInTheBatch() {
        // Given
        TurnAnalyzed first = TurnAnalyzedBuilder.by("hana")
                .in("a", 1)
                .revision(1)
                .saying("apple")
                .build();
        TurnAnalyzed second = TurnAnalyzedBuilder.by("hana")
                .in("a", 1)
                .revision(2)
                .saying("apple", "pear")
                .build();
        // When
        var facts = TurnFact.latestRevisions(List.of(second, first, second));
        // Then
        assertThat(facts).extracting(TurnFact::revision, TurnFact::learnerWords).containsExactly(tuple(2L, 2));
    }

    @Test
    void oneTurnIdInTwoTenantsIsTwoTurns() {
        // When
        var facts = TurnFact.latestRevisions(List.of(
                TurnAnalyzedBuilder.by("hana").ofTenant("b").build(),
                TurnAnalyzedBuilder.by("hana").ofTenant("a").build()));
        // Then
        assertThat(facts).extracting(TurnFact::tenant).containsExactly("a", "b");
    }

    @Test
    void aBatchIsOrderedByKey() {
        // Given
        TurnAnalyzed one = TurnAnalyzedBuilder.by("hana").in("a", 1).build();
        TurnAnalyzed two = TurnAnalyzedBuilder.by("hana").in("a", 2).build();
        TurnAnalyzed three = TurnAnalyzedBuilder.by("hana").in("b", 1).build();
        // When
        List<UUID> there = ids(List.of(one, two, three));
        List<UUID> back = ids(List.of(three, two, one));
        // Then
        assertThat(there).isEqualTo(back);
    }

    @Test
    void aHashIsOverLemmaAndPrimarySubtag() {
        // When
        long[] british = hashes("en-GB", "gift");
        long[] shouted = hashes("EN", "gift");
        long[] german = hashes("de", "gift");
        // Then
        assertThat(british).isEqualTo(shouted).doesNotContain(german);
    }

    @Test
    void aWordUsedTwiceIsOneHash() {
        assertThat(hashes("en", "no", "no", "yes")).hasSize(2).isSorted();
    }

    @Test
    void theHashOfAWordNeverChanges() {
        assertThat(hashes("ja-JP", "りんご")).containsExactly(8335888671034576293L);
        assertThat(hashes("en", "the", "apple")).containsExactly(-4656230225197365509L, 2830355278538945907L);
    }

    @Test
    void newWordsAreCountedByTheirFirstUse() {
        // When
        TurnFact fact = TurnFact.of(TurnAnalyzedBuilder.by("hana")
                .sayingFirst("plant")
                .saying("is", "it")
                .sayingFirst("root")
                .build());
        // Then
        assertThat(fact.newWords()).isEqualTo(2);
        assertThat(fact.highlights().byName()).containsEntry("new_word", 2);
    }

    private static List<UUID> ids(List<TurnAnalyzed> turns) {
        return TurnFact.latestRevisions(turns).stream().map(TurnFact::turnId).toList();
    }

    private static long[] hashes(String language, String... lemmas) {
        return WordHashes.of(
                language,
                Arrays.stream(lemmas)
                        .map(lemma -> new Word(null, lemma, lemma, lemma, 1, false, null, null))
                        .toList());
    }
}
