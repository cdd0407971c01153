package dev.parlance.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DayTableTest {
    @Test
    void daysAreListedBelowTheirLearner() throws IOException {
        String answer = """
                {"items": [
                 {"learnerId": "hana", "date": "2026-11-20", "turns": 12, "learnerWords": 63, "newWords": 5,
                  "highlights": {"new_word": 5, "long_sentence": 1, "emotional_moment": 0}, "uniqueWords": 40},
                 {"learnerId": "hana", "date": "2026-11-21", "turns": 3, "learnerWords": 9, "newWords": 0,
                  "highlights": null}], "nextCursor": null}""";

        String table = DayTable.of(LearnerDays.read(answer.getBytes(StandardCharsets.UTF_8)));

        assertThat(table).isEqualTo("""
                learner  day         turns  words  new words  highlights  long sentences  emotional moments
                hana     2026-11-20     12     63          5           6               1                  0
                         2026-11-21      3      9          0           0               0                  0""");
    }
}
