package dev.parlance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything that can be read of a set of learners, without their names and without what contract and clock leave
/// open.
record Totals(List<JsonNode> days, List<JsonNode> words, List<JsonNode> usage, int highlights) {
    private static final Set<String> LEFT_OPEN =
            Set.of("learnerId", "revision", "updatedAt", "firstTurnId", "module", "byModule");

    static Totals of(Api api, Transcripts transcripts) {
        List<JsonNode> days = new ArrayList<>();
        List<JsonNode> words = new ArrayList<>();
        int highlights = 0;
        for (String learner : transcripts.learnerIds()) {
            days.addAll(api.days(learner));
            words.addAll(api.vocabulary(learner));
            highlights += api.all(api.analysis() + "/v1/highlights?learnerId=" + learner)
                    .size();
        }
        List<JsonNode> usage = api.all(api.summary() + "/v1/modules/usage?module=" + transcripts.prefix());
        return new Totals(plain(days), plain(words), plain(usage), highlights);
    }

    int turns() {
        return days.stream().mapToInt(day -> day.get("turns").asInt()).sum();
    }

    private static List<JsonNode> plain(List<JsonNode> rows) {
        return rows.stream()
                .<JsonNode>map(row -> ((ObjectNode) row.deepCopy()).remove(LEFT_OPEN))
                .toList();
    }
}
