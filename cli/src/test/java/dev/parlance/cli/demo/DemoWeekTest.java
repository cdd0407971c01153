package dev.parlance.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoWeekTest {
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void fiveLearnersSpeakOnFiveDaysOrMore() throws IOException {
        Map<String, TreeSet<LocalDate>> days = conversations(MONDAY_NOON).stream()
                .collect(Collectors.groupingBy(
                        conversation -> conversation.path("learnerId").asText(),
                        Collectors.flatMapping(
                                conversation -> times(conversation).stream().map(LocalDateTime::toLocalDate),
                                Collectors.toCollection(TreeSet::new))));

        assertThat(days).hasSize(5);
        assertThat(days.values()).allSatisfy(of -> assertThat(of).hasSizeGreaterThanOrEqualTo(5));
        assertThat(days.values().stream().flatMap(Collection::stream))
                .allSatisfy(day -> assertThat(day).isBetween(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-08T00:00:00Z", "2026-11-30T12:00:00Z", "2027-03-29T00:30:00Z", "2027-10-31T23:59:59Z"})
    void everyTurnIsOfTheSevenDaysBefore(Instant now) throws IOException {
        assertThat(conversations(now))
                .flatExtracting(
                        conversation -> conversation.path("turns").valueStream().toList())
                .extracting(turn -> Instant.parse(turn.path("occurredAt").asText()))
                .hasSizeGreaterThan(100)
                .allSatisfy(at -> assertThat(at)
                        .isBeforeOrEqualTo(now)
                        .isAfter(now.minus(Duration.ofDays(7).plusHours(2))));
    }

    @Test
    void theTurnsThatTheDemoWaitsForAreThoseInTheFiles() throws IOException {
        int turns = conversations(MONDAY_NOON).stream()
                .mapToInt(conversation -> conversation.path("turns").size())
                .sum();

        assertThat(DemoWeek.endingAt(MONDAY_NOON).turnsByLearner().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(turns);
    }

    @Test
    void everyConversationHasAnIdOfItsOwnAndTurnsInOrder() throws IOException {
        List<JsonNode> conversations = conversations(MONDAY_NOON);

        assertThat(conversations)
                .extracting(conversation -> conversation.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(conversations)
                .allSatisfy(conversation ->
                        assertThat(times(conversation)).isSorted().isNotEmpty());
    }

    @Test
    void aDayLaterOnlyThatDaysConversationsAreNew() throws IOException {
        Set<JsonNode> today = new HashSet<>(conversations(MONDAY_NOON));

        List<JsonNode> added = conversations(MONDAY_NOON.plus(Duration.ofDays(1))).stream()
                .filter(conversation -> !today.contains(conversation))
                .toList();

        assertThat(added)
                .isNotEmpty()
                .extracting(conversation ->
                        Instant.parse(conversation.path("startedAt").asText()))
                .allSatisfy(startedAt -> assertThat(startedAt).isAfter(MONDAY_NOON.minus(Duration.ofHours(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T12:00:00Z", "2027-07-01T00:00:00Z"})
    void hanaSpeaksOnceAtHalfPastElevenAtNightInTokyo(Instant now) throws IOException {
        assertThat(conversations(now).stream()
                        .filter(conversation ->
                                conversation.path("learnerId").asText().equals("demo-hana"))
                        .flatMap(conversation -> times(conversation).stream())
                        .filter(time -> time.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                        .map(LocalDateTime::toLocalTime))
                .contains(LocalTime.of(23, 30));
    }

    @Test
    void thePhoneLessonIsSpoken() throws IOException {
        assertThat(conversations(MONDAY_NOON).stream()
                        .filter(conversation ->
                                conversation.path("channel").asText().equals("voice"))
                        .flatMap(conversation -> conversation.path("turns").valueStream())
                        .filter(turn -> turn.has("learnerText")))
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.path("durationMs").asInt()).isPositive());
    }

    private List<JsonNode> conversations(Instant now) throws IOException {
        List<JsonNode> conversations = new ArrayList<>();
        for (Path file : DemoWeek.endingAt(now).unpack(directory)) {
            for (String line : Files.readAllLines(file)) {
                conversations.add(JsonMapper.builder().build().readTree(line));
            }
        }
        return conversations;
    }

    private static List<LocalDateTime> times(JsonNode conversation) {
        ZoneId zone = ZoneId.of(conversation.path("timeZone").asText());
        return conversation
                .path("turns")
                .valueStream()
                .map(turn -> LocalDateTime.ofInstant(
                        Instant.parse(turn.path("occurredAt").asText()), zone))
                .toList();
    }
}
