package dev.parlance.cli.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One learner's conversations in the order in which they happened: sent one after the other, beside other lanes.
/// Every guest has a lane of their own.
record Lane(List<Transcript.Line> lines) {
    private static final Comparator<Transcript.Line> AS_IT_HAPPENED =
            Comparator.comparing(Transcript.Line::startedAt).thenComparingInt(Transcript.Line::number);

    /// The fullest lane first, so that no long one is left alone at the end.
    static List<Lane> of(List<Transcript> transcripts) {
        Map<String, List<Transcript.Line>> byLearner = new LinkedHashMap<>();
        List<Lane> lanes = new ArrayList<>();
        for (Transcript transcript : transcripts) {
            for (Transcript.Line line : transcript.lines()) {
                if (line.learnerId().isEmpty()) {
                    lanes.add(new Lane(List.of(line)));
                } else {
                    byLearner
                            .computeIfAbsent(line.learnerId(), _ -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        byLearner.values().forEach(lines -> {
            lines.sort(AS_IT_HAPPENED);
            lanes.add(new Lane(lines));
        });
        lanes.sort(Comparator.comparingInt(Lane::turns).reversed());
        return lanes;
    }

    private int turns() {
        return lines.stream().mapToInt(Transcript.Line::turns).sum();
    }
}
