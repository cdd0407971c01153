package dev.parlance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.platform.client.ParlanceApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything that can be read of a set of learners, without their names and without what contract and clock leave
/// open.
record LearnerTotals(List<JsonNode> days, List<JsonNode> words, List<JsonNode> usage, int highlights) {
    private static final Set<String> IGNORED_FIELDS =
            Set.of("learnerId", "revision", "updatedAt", "firstTurnId", "module", "byModule");

    static LearnerTotals of(ParlanceApi api, SimulatedTranscripts transcripts) {
        List<JsonNode> days = new ArrayList<>();
        List<JsonNode> words = new ArrayList<>();
        int highlights = 0;
        for (String learner : transcripts.learnerIds()) {
            days.addAll(api.days(learner));
            words.addAll(api.vocabulary(learner));
            highlights += api.listAll(api.analysisUrl() + "/v1/highlights?learnerId=" + learner)
                    .size();
        }
        List<JsonNode> usage = api.listAll(api.summaryUrl() + "/v1/modules/usage?module=" + transcripts.prefix());
        return new LearnerTotals(withoutIgnored(days), withoutIgnored(words), withoutIgnored(usage), highlights);
    }

    int turns() {
        return days.stream().mapToInt(day -> day.get("turns").asInt()).sum();
    }

    private static List<JsonNode> withoutIgnored(List<JsonNode> rows) {
        return rows.stream()
                .<JsonNode>map(row -> ((ObjectNode) row.deepCopy()).remove(IGNORED_FIELDS))
                .toList();
    }
}
