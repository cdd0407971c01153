package dev.parlance.analysis.level;

import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.kit.jdbc.TransientFailure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// The levels of words by the lists of the installation and of its tenants, in memory. Every instance checks every 5 s
/// whether they have changed.
@ApplicationScoped
public class LevelLookup {
    private static final Logger LOG = Logger.getLogger(LevelLookup.class);
    private static final int VERSION_WITHOUT_LISTS = 1;

    private final LevelLists lists;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Map.of());

    /// @param lists  of which it was made
    /// @param levels by tenant, language and lemma
    private record Snapshot(List<LevelList> lists, Map<String, Map<String, Map<String, String>>> levels) {}

    LevelLookup(LevelLists lists) {
        this.lists = lists;
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            List<LevelList> now = lists.list();
            if (!now.equals(snapshot.lists())) {
                snapshot = new Snapshot(now, lists.findLevels());
                LOG.infof("event=levels-loaded lists=%d", now.size());
            }
        } catch (RuntimeException e) {
            LOG.debugf("event=levels-not-loaded cause=%s", TransientFailure.brief(e));
        }
    }

    /// The version of the lists in memory: it grows with each import.
    public int version() {
        return VERSION_WITHOUT_LISTS
                + Math.toIntExact(snapshot.lists().stream()
                        .mapToLong(LevelList::generation)
                        .max()
                        .orElse(0));
    }

    /// The level of a word, such as A2 or N5; null if no list of its language has it. The tenant's own lists of a
    /// language take the place of all others. Lists name words by dictionary form or by lemma.
    public String levelOf(String tenant, TextWord word) {
        Map<String, String> levels = levels(tenant, word.language());
        String level = levels.get(word.display());
        return level == null ? levels.get(word.lemma()) : level;
    }

    private Map<String, String> levels(String tenant, String language) {
        Map<String, Map<String, Map<String, String>>> all = snapshot.levels();
        Map<String, String> own = all.getOrDefault(tenant, Map.of()).get(language);
        return own == null ? all.getOrDefault(LevelLists.ALL_TENANTS, Map.of()).getOrDefault(language, Map.of()) : own;
    }
}
