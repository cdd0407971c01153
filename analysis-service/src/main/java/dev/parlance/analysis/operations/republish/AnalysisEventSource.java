package dev.parlance.analysis.operations.republish;

import dev.parlance.analysis.turn.AnalysisEventPublisher;
import dev.parlance.analysis.turn.store.AnalysisHistory;
import dev.parlance.analysis.turn.store.AnalysisHistory.AnalysisCursor;
import dev.parlance.analysis.turn.store.AnalysisHistory.AnalysisFilter;
import dev.parlance.analysis.turn.store.AnalysisHistory.AnalysisPage;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.republish.EventSource;
import dev.parlance.kit.republish.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The events of analysed turns, each as it stands now: earlier revisions are not published again.
@ApplicationScoped
class AnalysisEventSource implements EventSource {
    private final AnalysisHistory history;
    private final AnalysisEventPublisher publisher;

    AnalysisEventSource(AnalysisHistory history, AnalysisEventPublisher publisher) {
        this.history = history;
        this.publisher = publisher;
    }

    @Override
    public Optional<String> key(String learnerId) {
        return Learner.ofId(learnerId).map(Learner::key);
    }

    @Override
    public String learnerId(String key) {
        return Learner.ofKey(key).id();
    }

    @Override
    public long count(Selection selection) {
        return history.count(toFilter(selection));
    }

    @Override
    public EventPage pageAfter(Selection selection, String position, int limit) {
        AnalysisFilter filter = toFilter(selection);
        Optional<AnalysisCursor> at = position == null ? startCursor(filter) : Optional.of(parseCursor(position));
        if (at.isEmpty()) {
            return new EventPage(List.of(), 0, "", true);
        }
        AnalysisPage page = history.findAfter(filter, at.get(), limit);
        Optional<AnalysisCursor> next = page.last().or(() -> nextTenantCursor(filter, at.get()));
        return new EventPage(
                page.events().stream().map(publisher::encode).toList(),
                page.events().size(),
                formatCursor(next.orElse(at.get())),
                next.isEmpty());
    }

    private Optional<AnalysisCursor> startCursor(AnalysisFilter filter) {
        return filter.tenant() == null ? history.findNextTenant("") : Optional.of(history.startOf(filter.tenant()));
    }

    private Optional<AnalysisCursor> nextTenantCursor(AnalysisFilter filter, AnalysisCursor at) {
        return filter.tenant() == null ? history.findNextTenant(at.tenant()) : Optional.empty();
    }

    private static AnalysisFilter toFilter(Selection selection) {
        if (selection.key() == null) {
            return new AnalysisFilter(null, null, selection.from(), selection.to());
        }
        Learner learner = Learner.ofKey(selection.key());
        return new AnalysisFilter(learner.tenant(), learner.id(), selection.from(), selection.to());
    }

    private static String formatCursor(AnalysisCursor cursor) {
        return String.join(
                " ",
                cursor.tenant(),
                cursor.until().toString(),
                cursor.analyzedAt().toString(),
                cursor.turnId().toString());
    }

    private static AnalysisCursor parseCursor(String text) {
        String[] parts = text.split(" ", -1);
        return new AnalysisCursor(
                parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]), UUID.fromString(parts[3]));
    }
}
