package dev.parlance.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptConversationTest {
    @Test
    void aConversationIsSentWithoutWhatOnlyTheFileKnows() throws UnreadableLineException {
        TranscriptConversation sitting = read("""
                {"id": "a", "learnerId": "hana", "language": "ja", "startedAt": "2026-11-02T18:00:00+09:00", "turns": [
                 {"learnerText": "りんご", "occurredAt": "2026-11-02T09:00:12Z"}]}""");

        assertThat(sitting.body().toString())
                .isEqualTo("{\"learnerId\":\"hana\",\"language\":\"ja\",\"startedAt\":\"2026-11-02T18:00:00+09:00\"}");
        assertThat(sitting.startedAt()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(sitting.id()).isEqualTo(NameBasedId.ofConversation("hana", "a"));
        assertThat(sitting.turns().getFirst().id()).isEqualTo(NameBasedId.ofTurn(sitting.id(), 0));
    }

    @Test
    void aConversationEndsWithTheTurnThatHappenedLast() throws UnreadableLineException {
        TranscriptConversation sitting = read("""
                {"id": "a", "learnerId": "hana", "turns": [
                 {"learnerText": "later", "occurredAt": "2026-11-02T09:05:00Z"},
                 {"learnerText": "first", "occurredAt": "2026-11-02T09:00:00Z"},
                 {"learnerText": "bad", "occurredAt": "yesterday"}]}""");

        assertThat(sitting.lastTurnAt()).contains(Instant.parse("2026-11-02T09:05:00Z"));
        assertThat(sitting.startedAt()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"a\", \"turns\": [}              | is not valid JSON, at column 23",
                "{\"id\": \"a\", \"turns\": []} more        | is not valid JSON, at column 26",
                "[1, 2]                                     | is not a JSON object",
                "{\"learnerId\": \"hana\", \"turns\": []}   | id is missing",
                "{\"id\": 7, \"turns\": []}                 | id is not a text",
                "{\"id\": \"a\"}                            | turns is missing or not a list",
                "{\"id\": \"a\", \"turns\": [\"hello\"]}    | turns[0] is not a JSON object",
                "{\"id\": \"a\", \"startedAt\": \"monday\", \"turns\": []} | startedAt is not an instant such as 2026-11-02T09:00:00Z"
            })
    void anInvalidLineIsReportedWithItsReason(String line, String reason) {
        assertThatExceptionOfType(UnreadableLineException.class)
                .isThrownBy(() -> read(line))
                .withMessage(reason);
    }

    @Test
    void aReasonNeverQuotesALearner() {
        assertThatExceptionOfType(UnreadableLineException.class)
                .isThrownBy(() -> read("{\"id\": \"a\", \"turns\": [{\"learnerText\": secret}]}"))
                .withMessageNotContaining("secret");
    }

    private static TranscriptConversation read(String json) throws UnreadableLineException {
        return TranscriptConversation.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
