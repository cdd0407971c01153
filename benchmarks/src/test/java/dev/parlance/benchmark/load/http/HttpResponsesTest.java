package dev.parlance.benchmark.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpResponsesTest {
    @Test
    void whatWasNotAcceptedIsCountedWhateverItsStatus() {
        var answers = new HttpResponses();
        answers.add(201, 0, 1);
        answers.add(201, 0, 2);
        answers.add(500, 0, 3);
        answers.add(503, 0, 4);

        assertThat(answers.count(201)).isEqualTo(2);
        assertThat(answers.countOther(201)).isEqualTo(2);
    }
}
