package dev.parlance.cli.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/// The fields of a daily summary that the demo shows.
@JsonIgnoreProperties(ignoreUnknown = true)
record LearnerDay(
        String learnerId, String date, int turns, int learnerWords, int newWords, Map<String, Integer> highlights) {

    LearnerDay {
        highlights = highlights == null ? Map.of() : highlights;
    }

    int allHighlights() {
        return highlights.values().stream().mapToInt(Integer::intValue).sum();
    }

    int highlights(String type) {
        return highlights.getOrDefault(type, 0);
    }
}
