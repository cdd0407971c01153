package dev.parlance.analysis.turn;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/// Lets turns arrive, one batch at a time.
@ApplicationScoped
class Arrivals {
    private final TurnConsumer consumer;

    Arrivals(TurnConsumer consumer) {
        this.consumer = consumer;
    }

    void of(Told... turns) {
        consumer.apply(Arrays.stream(turns).map(Told::record).toList());
    }
}
