package dev.parlance.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoConversationsTest {
    @TempDir
    Path directory;

    private final List<JsonNode> sittings = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        for (Path file : DemoConversations.unpack(directory)) {
            for (String line : Files.readAllLines(file)) {
                sittings.add(JsonMapper.builder().build().readTree(line));
            }
        }
    }

    @Test
    void fiveLearnersSpeakOverAWeek() {
        Map<String, TreeSet<LocalDate>> days = sittings.stream()
                .collect(Collectors.groupingBy(
                        sitting -> sitting.path("learnerId").asText(),
                        Collectors.flatMapping(
                                sitting -> times(sitting).stream().map(LocalDateTime::toLocalDate),
                                Collectors.toCollection(TreeSet::new))));

        assertThat(days).hasSize(5);
        assertThat(days.values()).allSatisfy(of -> assertThat(of).hasSizeGreaterThanOrEqualTo(5));
        assertThat(days.values().stream().flatMap(Collection::stream))
                .allSatisfy(day -> assertThat(day).isBetween(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15)));
    }

    @Test
    void theTurnsThatTheDemonstrationWaitsForAreThoseInTheFiles() {
        int turns = sittings.stream()
                .mapToInt(sitting -> sitting.path("turns").size())
                .sum();

        assertThat(DemoConversations.turnsByLearner().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(turns)
                .isGreaterThan(100);
    }

    @Test
    void everyConversationHasAnIdOfItsOwnAndTurnsInOrder() {
        assertThat(sittings).extracting(sitting -> sitting.path("id").asText()).doesNotHaveDuplicates();
        assertThat(sittings)
                .allSatisfy(sitting -> assertThat(times(sitting)).isSorted().isNotEmpty());
    }

    @Test
    void hanaSpeaksOnceAtHalfPastElevenAtNightInTokyo() {
        assertThat(sittings.stream()
                        .filter(sitting -> sitting.path("learnerId").asText().equals("demo-hana"))
                        .flatMap(sitting -> times(sitting).stream()))
                .contains(LocalDateTime.of(2026, 11, 11, 23, 30));
    }

    @Test
    void thePhoneLessonIsSpoken() {
        assertThat(sittings.stream()
                        .filter(sitting -> sitting.path("channel").asText().equals("voice"))
                        .flatMap(sitting -> sitting.path("turns").valueStream())
                        .filter(turn -> turn.has("learnerText")))
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.path("durationMs").asInt()).isPositive());
    }

    private static List<LocalDateTime> times(JsonNode sitting) {
        ZoneId zone = ZoneId.of(sitting.path("timeZone").asText());
        return sitting.path("turns")
                .valueStream()
                .map(turn -> LocalDateTime.ofInstant(
                        Instant.parse(turn.path("occurredAt").asText()), zone))
                .toList();
    }
}
