package dev.parlance.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    @TempDir
    Path directory;

    @Test
    void everyLineIsReadAtItsOffset() throws IOException, UnreadableLineException {
        Path file = file("\uFEFF" + line("りんご", "09:00") + "\r\n\n" + line("b", "08:00") + "\n" + line("c", "10:00"));

        Transcript transcript = Transcript.index(file);

        assertThat(transcript.lines()).extracting(Transcript.Line::number).containsExactly(1, 3, 4);
        for (Transcript.Line line : transcript.lines()) {
            assertThat(line.readConversation().startedAt()).isEqualTo(line.startedAt());
            assertThat(line.readConversation().learnerId()).isEqualTo("hana");
        }
    }

    @Test
    void anInvalidLineKeepsItsNumberAndTheOthersAreRead() throws IOException {
        Transcript transcript = Transcript.index(file(line("a", "09:00") + "\n{oh\n" + line("b", "10:00") + "\n"));

        assertThat(transcript.lines()).hasSize(2);
        assertThat(transcript.errors())
                .extracting(ImportError::text)
                .containsExactly("line 2: is not valid JSON, at column 2");
    }

    @Test
    void aLineThatIsTooLongIsNotKeptAndTheOthersAreRead() throws IOException {
        String tooLong = line("b", "10:00").replace("}", " ".repeat(17 << 20) + "}");

        Transcript transcript = Transcript.index(file(line("a", "09:00") + "\n" + tooLong + "\n" + line("c", "11:00")));

        assertThat(transcript.lines()).extracting(Transcript.Line::number).containsExactly(1, 3);
        assertThat(transcript.errors()).extracting(ImportError::text).containsExactly("line 2: is longer than 16 MiB");
    }

    @Test
    void aLineThatIsNestedTooDeeplyIsReported() throws IOException {
        Transcript transcript = Transcript.index(file("{\"id\": " + "[".repeat(100_000) + "\n"));

        assertThat(transcript.errors())
                .extracting(ImportError::text)
                .containsExactly("line 1: is nested too deeply, or has too long a number");
    }

    @Test
    void aLearnersConversationsAreChronologicalAndEachGuestHasAQueue() throws IOException {
        Path file = file(String.join(
                "\n",
                line("late", "10:00"),
                line("early", "08:00"),
                line("x", "09:00").replace("\"learnerId\":\"hana\",", ""),
                line("y", "09:00").replace("\"learnerId\":\"hana\",", "")));

        List<LearnerQueue> lanes = LearnerQueue.of(List.of(Transcript.index(file)));

        assertThat(lanes)
                .extracting(lane ->
                        lane.lines().stream().map(Transcript.Line::number).toList())
                .containsExactlyInAnyOrder(List.of(2, 1), List.of(3), List.of(4));
    }

    private static String line(String id, String time) {
        return "{\"id\":\"%s\",\"learnerId\":\"hana\",\"startedAt\":\"2026-11-02T%s:00Z\",\"turns\":[]}"
                .formatted(id, time);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("some.jsonl"), text);
    }
}
