package dev.parlance.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkResultsTest {
    @Test
    void eachFigureIsARowWithItsRunsAndTheirMedian() {
        var runs = new BenchmarkResults();
        for (double seconds : new double[] {12.34, 9.96, 30}) {
            runs.add("turns", 0, 9188);
            runs.add("import, s", 1, seconds);
        }

        assertThat(runs.toMarkdown()).isEqualTo("""
                | figure | run 1 | run 2 | run 3 | median |
                | --- | ---: | ---: | ---: | ---: |
                | turns | 9,188 | 9,188 | 9,188 | **9,188** |
                | import, s | 12.3 | 10.0 | 30.0 | **12.3** |""");
    }

    @Test
    void aFigureThatWasTakenOnceLeavesTheOtherRunsEmpty() {
        var runs = new BenchmarkResults();
        runs.add("up, s", 1, 8);
        runs.add("up, s", 1, 9);
        runs.add("download, MiB", 0, 412);

        assertThat(runs.toMarkdown()).endsWith("| download, MiB | 412 |  | **412** |");
    }

    @Test
    void aRowHasACellForEachColumn() {
        var table = new MarkdownTable(List.of("figure", "median"));

        assertThatIllegalArgumentException().isThrownBy(() -> table.addRow(List.of("turns")));
    }
}
