package dev.parlance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(100);

    @Test
    void whatDoesNotFitGetsAPlaceWhenOthersAreDone() {
        assertThat(budget.tryAcquire(60)).isTrue();
        assertThat(budget.tryAcquire(40)).isTrue();
        assertThat(budget.tryAcquire(1)).isFalse();
        budget.release(40);
        assertThat(budget.tryAcquire(1)).isTrue();
        assertThat(budget.used()).isEqualTo(61);
    }

    @Test
    void whoIsAloneGetsAPlaceHoweverLarge() {
        assertThat(budget.tryAcquire(1_000)).isTrue();
        assertThat(budget.tryAcquire(1)).isFalse();
        budget.release(1_000);
        assertThat(budget.tryAcquire(100)).isTrue();
    }
}
