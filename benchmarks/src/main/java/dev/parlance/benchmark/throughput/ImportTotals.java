package dev.parlance.benchmark.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.MarkdownTable;
import dev.parlance.platform.client.ParlanceApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What has become of conversations, all learners together, as the services' lists tell it.
///
/// @param days days of a learner with at least one turn
/// @param words different words of a learner, added up over the learners
/// @param highlights how many of each type
public record ImportTotals(
        int learners,
        int conversations,
        int turns,
        int days,
        int words,
        Map<String, Integer> highlights,
        int failedJobs,
        int quarantined) {

    public static ImportTotals read(ParlanceApi api, Collection<String> learners) {
        List<JsonNode> days = new ArrayList<>();
        int words = 0;
        for (String learner : learners) {
            days.addAll(api.days(learner));
            words += api.vocabulary(learner).size();
        }
        Map<String, Integer> highlights = new TreeMap<>();
        for (JsonNode highlight : api.listAll(api.analysisUrl() + "/v1/highlights")) {
            highlights.merge(highlight.get("type").asText(), 1, Integer::sum);
        }
        int quarantined = 0;
        for (String service : List.of(api.conversationUrl(), api.analysisUrl(), api.summaryUrl())) {
            quarantined += api.listAll(service + "/v1/admin/quarantine").size();
        }
        return new ImportTotals(
                learners.size(),
                api.listAll(api.conversationUrl() + "/v1/conversations").size(),
                days.stream().mapToInt(day -> day.get("turns").asInt()).sum(),
                days.size(),
                words,
                highlights,
                api.listAll(api.analysisUrl() + "/v1/jobs?status=failed").size(),
                quarantined);
    }

    /// Fails unless all conversations and turns are there, every job was done and nothing was set aside.
    public void requireComplete(int expectedConversations, int expectedTurns) {
        if (conversations != expectedConversations || turns != expectedTurns || failedJobs + quarantined > 0) {
            throw Failure.failed(
                    "Of %d conversations and %d turns, %d and %d came out; %d jobs failed, %d in quarantine."
                            .formatted(
                                    expectedConversations,
                                    expectedTurns,
                                    conversations,
                                    turns,
                                    failedJobs,
                                    quarantined));
        }
    }

    public String toMarkdown() {
        var table = new MarkdownTable(List.of("what came out", "how many"));
        addRow(table, "learners", learners);
        addRow(table, "conversations", conversations);
        addRow(table, "turns, counted in days", turns);
        addRow(table, "days of a learner", days);
        addRow(table, "different words, learner by learner", words);
        highlights.forEach((type, count) -> addRow(table, "highlights: " + type, count));
        addRow(table, "jobs failed", failedJobs);
        addRow(table, "events in quarantine", quarantined);
        return table.render();
    }

    private static void addRow(MarkdownTable table, String what, int count) {
        table.addRow(List.of(what, String.format(Locale.ROOT, "%,d", count)));
    }
}
