package dev.parlance.cli.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One learner's conversations in chronological order. They are sent one after the other, in parallel with other
/// learners'. Every guest has a queue of their own.
record LearnerQueue(List<Transcript.Line> lines) {
    private static final Comparator<Transcript.Line> CHRONOLOGICAL =
            Comparator.comparing(Transcript.Line::startedAt).thenComparingInt(Transcript.Line::number);

    /// The longest queue first, so that no long queue is left at the end.
    static List<LearnerQueue> of(List<Transcript> transcripts) {
        Map<String, List<Transcript.Line>> byLearner = new LinkedHashMap<>();
        List<LearnerQueue> lanes = new ArrayList<>();
        for (Transcript transcript : transcripts) {
            for (Transcript.Line line : transcript.lines()) {
                if (line.learnerId().isEmpty()) {
                    lanes.add(new LearnerQueue(List.of(line)));
                } else {
                    byLearner
                            .computeIfAbsent(line.learnerId(), _ -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        byLearner.values().forEach(lines -> {
            lines.sort(CHRONOLOGICAL);
            lanes.add(new LearnerQueue(lines));
        });
        lanes.sort(Comparator.comparingInt(LearnerQueue::turns).reversed());
        return lanes;
    }

    private int turns() {
        return lines.stream().mapToInt(Transcript.Line::turns).sum();
    }
}
