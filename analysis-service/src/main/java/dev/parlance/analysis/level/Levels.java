package dev.parlance.analysis.level;

import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// The levels of words by the lists of the installation and of its tenants, in memory: every instance looks twice in
/// ten seconds whether they have changed.
@ApplicationScoped
public class Levels {
    private static final Logger LOG = Logger.getLogger(Levels.class);
    private static final int WITHOUT_LISTS = 1;

    private final LevelLists lists;
    private volatile Held held = new Held(List.of(), Map.of());

    /// @param lists  of which it was made
    /// @param levels by tenant, language and lemma
    private record Held(List<LevelList> lists, Map<String, Map<String, Map<String, String>>> levels) {}

    Levels(LevelLists lists) {
        this.lists = lists;
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            List<LevelList> now = lists.list();
            if (!now.equals(held.lists())) {
                held = new Held(now, lists.levels());
                LOG.infof("event=levels-loaded lists=%d", now.size());
            }
        } catch (RuntimeException e) {
            LOG.debugf("event=levels-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    /// By which lists levels are found now: it grows with each import.
    public int version() {
        return WITHOUT_LISTS
                + Math.toIntExact(held.lists().stream()
                        .mapToLong(LevelList::generation)
                        .max()
                        .orElse(0));
    }

    /// The level of a word as its list has it, such as A2 or N5; null if no list of its language has it. The tenant's
    /// own lists of a language take the place of all others. Lists name words by dictionary form or by lemma.
    public String of(String tenant, UsedWord word) {
        Map<String, String> levels = levels(tenant, word.language());
        String level = levels.get(word.display());
        return level == null ? levels.get(word.lemma()) : level;
    }

    private Map<String, String> levels(String tenant, String language) {
        Map<String, Map<String, Map<String, String>>> all = held.levels();
        Map<String, String> own = all.getOrDefault(tenant, Map.of()).get(language);
        return own == null ? all.getOrDefault(LevelLists.EVERYBODY, Map.of()).getOrDefault(language, Map.of()) : own;
    }
}
