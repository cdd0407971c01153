package dev.parlance.analysis.turn;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.kit.jdbc.TransientFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// One set of languages for the whole service, so that each is loaded once. Those of the newest turns are loaded at
/// the start: after a restart their turns need not be read by the fallback rules.
@ApplicationScoped
class LanguageLoader {
    private static final Logger LOG = Logger.getLogger(LanguageLoader.class);

    @Produces
    @Singleton
    Languages languages() {
        return new Languages();
    }

    void start(@Observes StartupEvent event, AnalyzedTurns turns, Languages languages) {
        Thread.ofPlatform().name("load-languages").daemon().start(() -> load(turns, languages));
    }

    private static void load(AnalyzedTurns turns, Languages languages) {
        try {
            turns.findLanguagesOfNewestTurns().forEach(languages::startLoading);
        } catch (RuntimeException e) {
            LOG.debugf(
                    "event=languages-not-loaded cause=%s", TransientFailure.brief(e)); // the first turn loads its own
        }
    }
}
