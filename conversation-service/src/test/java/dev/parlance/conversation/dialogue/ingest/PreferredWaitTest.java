package dev.parlance.conversation.dialogue.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait=2                        | 2
                    Wait = 2                      | 2
                    wait="3"                      | 3
                    respond-async, wait=2; x=y    | 2
                    wait=2, wait=4                | 2
                    wait=60                       | 5
                    wait=99999999999999999999     | 5
                    """)
    void aWaitIsParsedAsInTheRfcAndShortenedToTheMaximum(String header, int seconds) {
        assertThat(PreferredWait.of(List.of(header), MAX_WAIT)).contains(new PreferredWait(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=soon", "wait=0", "wait=-1", "wait=1.5", "return=minimal"})
    void invalidPreferencesAreIgnored(String header) {
        assertThat(PreferredWait.of(List.of(header), MAX_WAIT)).isEmpty();
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(PreferredWait.of(List.of("return=minimal", "wait=1"), MAX_WAIT))
                .isEqualTo(Optional.of(new PreferredWait(1)));
        assertThat(PreferredWait.of(List.of(), MAX_WAIT)).isEmpty();
    }
}
