package dev.parlance.conversation.speech.synthesis;

import dev.parlance.conversation.speech.cache.SpeechConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/// Characters that tenants had synthesized, per day (UTC).
@ApplicationScoped
class SpeechBudgets {
    private final Jdbi jdbi;
    private final SpeechConfig config;
    private final Clock clock;

    SpeechBudgets(Jdbi jdbi, SpeechConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /// Charges characters, in the caller's transaction.
    ///
    /// @throws SpeechBudgetSpent if they exceed what is left
    void spend(String tenant, int characters) {
        long limit = config.tenantCharactersPerDay().getOrDefault(tenant, config.charactersPerDay());
        if (characters > limit || !trySpend(tenant, characters, limit)) {
            throw new SpeechBudgetSpent(limit, untilTomorrow());
        }
    }

    /// Returns characters that were not synthesized.
    void refund(String tenant, int characters) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update speech_spent set characters = greatest(characters - :characters, 0)
                        where tenant = :tenant and day = :day
                        """)
                .bind("tenant", tenant)
                .bind("day", today())
                .bind("characters", characters)
                .execute());
    }

    private boolean trySpend(String tenant, int characters, long limit) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into speech_spent as spent (tenant, day, characters)
                                values (:tenant, :day, :characters)
                                on conflict (tenant, day) do update
                                set characters = spent.characters + excluded.characters
                                where spent.characters + excluded.characters <= :limit
                                """)
                        .bind("tenant", tenant)
                        .bind("day", today())
                        .bind("characters", characters)
                        .bind("limit", limit)
                        .execute())
                == 1;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Duration untilTomorrow() {
        Instant tomorrow = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Duration.between(clock.instant(), tomorrow);
    }
}
