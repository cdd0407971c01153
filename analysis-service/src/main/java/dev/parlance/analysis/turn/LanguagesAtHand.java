package dev.parlance.analysis.turn;

import dev.parlance.analysis.language.Languages;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// One set of languages for the whole service: each is loaded once. Those of the newest turns are loaded at the
/// start, so that a restart does not leave turns to a stand-in.
@ApplicationScoped
class LanguagesAtHand {
    private static final Logger LOG = Logger.getLogger(LanguagesAtHand.class);
    private static final String OF_NEWEST_TURNS = """
            with recursive known as (
                select min(tenant) as tenant from analyzed_turn
                union all
                select (select min(tenant) from analyzed_turn where tenant > known.tenant) from known
                where known.tenant is not null
            )
            select distinct cast(newest.recorded as json) ->> 'language'
            from known cross join lateral (
                select recorded from analyzed_turn where tenant = known.tenant order by created_at desc limit 100
            ) as newest
            """;

    @Produces
    @Singleton
    Languages languages() {
        return new Languages();
    }

    void start(@Observes StartupEvent event, Jdbi jdbi, Languages languages) {
        Thread.ofPlatform().name("load-languages").daemon().start(() -> load(jdbi, languages));
    }

    private static void load(Jdbi jdbi, Languages languages) {
        try {
            jdbi.withHandle(handle -> handle.createQuery(OF_NEWEST_TURNS)
                            .mapTo(String.class)
                            .list())
                    .forEach(languages::load);
        } catch (RuntimeException e) {
            LOG.debugf(
                    "event=languages-not-loaded cause=%s", TransientFailure.brief(e)); // the first turn loads its own
        }
    }
}
