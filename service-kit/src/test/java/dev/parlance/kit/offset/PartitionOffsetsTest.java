package dev.parlance.kit.offset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionOffsetsTest {
    @Test
    void aPartitionIsFullyAppliedWhenItsLastPolledRecordIs() {
        assertThat(new PartitionOffsets(1_000, 1_000, 1_001, 1_003).isFullyApplied())
                .isTrue();
        assertThat(new PartitionOffsets(1_000, 990, 991, 1_003).isFullyApplied())
                .isFalse();
        assertThat(new PartitionOffsets(-1, -1, 0, 0).isFullyApplied()).isTrue();
    }

    @Test
    void aPartitionThatAnotherInstanceHasReadMeanwhileIsFullyApplied() {
        assertThat(new PartitionOffsets(1_000, 990, 2_001, 2_001).isFullyApplied())
                .isTrue();
        assertThat(new PartitionOffsets(-1, -1, 2_001, 2_001).isFullyApplied()).isTrue();
    }

    @Test
    void whatWasAppliedOfATopicSaysNothingAboutTheTopicMadeAnew() {
        // Given a thousand records that are gone, and ten new ones that were polled and wait here
        var anew = new PartitionOffsets(9, 1_000, 0, 10);
        // Then
        assertThat(anew.isFullyApplied()).isFalse();
        assertThat(anew.firstUnapplied()).isZero();
        assertThat(new PartitionOffsets(9, 1_000, 1_001, 10).isFullyApplied())
                .as("nor does the offset that was committed for it")
                .isFalse();
        assertThat(new PartitionOffsets(9, 9, 0, 10).isFullyApplied())
                .as("once they are applied")
                .isTrue();
    }
}
