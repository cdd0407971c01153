package dev.parlance.analysis.turn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.kit.intake.Received;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnAnalysisTest {
    @Inject
    TurnConsumer consumer;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void aTurnBecomesWordsAndHighlights() {
        Told turn = Told.byHana("りんごがたべたい");
        arrive(turn);
        analysis(turn)
                .then()
                .statusCode(200)
                .header("Parlance-Fresh-As-Of", notNullValue())
                .body("status", equalTo("completed"))
                .body("learnerId", equalTo(turn.learner()))
                .body("learnerWords", equalTo(4))
                .body("sentences", equalTo(1))
                .body("replyWords", equalTo(1))
                .body("words[0].lemma", equalTo("林檎"))
                .body("words[0].display", equalTo("りんご"))
                .body("words[0].new", equalTo(true))
                .body("highlights[0].type", equalTo("new_word"))
                .body("highlights[0].description", equalTo("first use of りんご"))
                .body("highlights[0].excerpt", equalTo("りんごがたべたい"))
                .body("jobs.type", equalTo(List.of("vocabulary", "highlights")))
                .body("jobs.status", equalTo(List.of("completed", "completed")))
                .body("findings", empty());
    }

    @Test
    void aJapaneseWordCountsOnceInALifetime() {
        Told first = Told.byHana("りんごがすき");
        Told later = first.inAnotherConversation().at(first.occurredAt().plusSeconds(3600));
        arrive(first);
        arrive(later);
        newWords(first).then().body("items.findAll { it.description.contains('りんご') }", hasSize(1));
        vocabulary(first.learner(), "")
                .then()
                .body("items.find { it.lemma == '林檎' }.count", equalTo(2))
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(first.turn().toString()))
                .body("items.find { it.lemma == '林檎' }.lastSeenAt", equalTo("2026-11-09T04:00:00.000Z"));
    }

    @Test
    void anEarlierUseThatArrivesLaterTakesTheFirstUseOver() {
        // Given
        Told said = Told.byHana("りんごがすき");
        arrive(said);
        long revision = analysis(said).path("revision");
        // When
        Told earlier = said.inAnotherConversation().at(said.occurredAt().minusSeconds(86_400));
        arrive(earlier);
        // Then
        newWords(said)
                .then()
                .body("items.turnId", not(hasItem(said.turn().toString())))
                .body("items.turnId", hasItem(earlier.turn().toString()));
        analysis(said).then().body("words.find { it.lemma == '林檎' }.new", equalTo(false));
        assertThat(analysis(said).<Long>path("revision")).isGreaterThan(revision);
        vocabulary(said.learner(), "?sort=recent")
                .then()
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(earlier.turn().toString()));
        assertThat(published(said)).hasSize(2);
        assertThat(published(said).getLast().get("words").findValuesAsText("new"))
                .containsOnly("false");
    }

    @Test
    void aTurnThatArrivesTwiceChangesNothing() {
        Told turn = Told.byHana("ねこがすき");
        arrive(turn, turn);
        arrive(turn);
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
        assertThat(published(turn)).hasSize(1);
    }

    @Test
    void anotherLanguageHasItsOwnWords() {
        Told turn = Told.byHana("Sì! La mela, la MELA e l'arancia.").in("it-IT");
        arrive(turn);
        vocabulary(turn.learner(), "?language=it&sort=frequent")
                .then()
                .body("items[0].count", equalTo(2))
                .body("items.find { it.lemma == 'mela' }.count", equalTo(2))
                .body("items.find { it.lemma == 'mela' }.language", equalTo("it"))
                .body("items.find { it.lemma == 'mela' }.surface", equalTo("mela"));
        vocabulary(turn.learner(), "?language=ja").then().body("items", empty());
    }

    @Test
    void aVocabularyIsListedInThreeOrdersPageByPage() {
        Told turn = Told.byHana("banana apple cherry apple").in("en");
        Told later = turn.then("date");
        arrive(turn, later);
        String learner = turn.learner();
        vocabulary(learner, "?sort=alphabetical")
                .then()
                .body("items.lemma", equalTo(List.of("apple", "banana", "cherry", "date")));
        vocabulary(learner, "?sort=frequent").then().body("items[0].lemma", equalTo("apple"));
        vocabulary(learner, "").then().body("items[0].lemma", equalTo("date"));
        for (String sort : List.of("alphabetical", "frequent", "recent")) {
            Response first = vocabulary(learner, "?limit=3&sort=" + sort);
            first.then().body("items", hasSize(3));
            vocabulary(learner, "?limit=3&sort=" + sort + "&cursor=" + first.path("nextCursor"))
                    .then()
                    .body("items", hasSize(1))
                    .body("nextCursor", nullValue());
        }
        vocabulary(learner, "?from=2026-11-09T03:00:05Z").then().body("items.lemma", equalTo(List.of("date")));
        vocabulary(learner, "?to=2026-11-09T03:00:10Z").then().body("items.lemma", not(hasItem("date")));
        vocabulary(learner, "?sort=random").then().statusCode(400).body("field", equalTo("sort"));
        vocabulary("nobody-at-all", "").then().statusCode(200).body("items", empty());
    }

    @Test
    void longSentencesAndEmotionsAreHighlights() {
        Told turn = Told.byHana(
                        "I was so happy and excited today because my little brother came home and we went to the big park together!! 😀")
                .in("en");
        arrive(turn);
        given().get("/v1/highlights?conversationId={id}&limit=200", turn.conversation())
                .then()
                .body("items.type", hasItems("new_word", "long_sentence", "emotional_moment"));
        given().get("/v1/highlights?learnerId={id}&type=long_sentence", turn.learner())
                .then()
                .body("items", hasSize(1))
                .body("items[0].turnId", equalTo(turn.turn().toString()));
    }

    @Test
    void highlightsAreListedPageByPageInOneOrder() {
        // Given twelve first uses of one instant, and four of a later one
        Told turn = Told.byHana("one two three four five six").in("en");
        Told sameInstant = turn.inAnotherConversation().saying("seven eight nine ten eleven twelve");
        Told later = turn.then("early birds sing well");
        arrive(later, sameInstant, turn);
        String all = "/v1/highlights?learnerId=" + turn.learner();
        List<String> whole = given().get(all + "&limit=200").path("items.id");
        assertThat(whole).hasSize(16).doesNotHaveDuplicates();
        // When
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Response page = given().get(all + "&limit=3" + cursor);
            paged.addAll(page.path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(paged).isEqualTo(whole);
        assertThat(whole.subList(4, 16)).isSortedAccordingTo(Comparator.reverseOrder());
        given().get(all + "&to=" + later.occurredAt()).then().body("items", hasSize(12));
        given().get(all + "&from=" + later.occurredAt()).then().body("items", hasSize(4));
    }

    @Test
    void aTurnThatIsAnnouncedOnceMoreIsToldOnceMore() {
        // Given
        Told turn = Told.byHana("ねこがすき");
        arrive(turn);
        Received record = turn.record();
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put("ce_again", "true");
        // When
        consumer.apply(List.of(new Received(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value())));
        // Then
        assertThat(published(turn)).hasSize(2).allSatisfy(event -> assertThat(event)
                .isEqualTo(published(turn).getFirst()));
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
    }

    @Test
    void whatCannotBeAnalysedIsTriedAgainAndStillTold() {
        // Given
        QuarkusMock.installMockForType(new FragileHighlights(), HighlightAnalyzer.class);
        Told turn = Told.byHana("すごい！！");
        arrive(turn);
        analysis(turn)
                .then()
                .body("status", equalTo("partial"))
                .body("jobs[1].status", equalTo("failed"))
                .body("jobs[1].attempts", equalTo(3))
                .body("jobs[1].completedAt", nullValue());
        assertThat(published(turn).getFirst().get("status").asText()).isEqualTo("partial");
        String job =
                given().get("/v1/jobs?status=failed&turnId={id}", turn.turn()).path("items[0].id");
        // When
        QuarkusMock.installMockForType(new HighlightAnalyzer(), HighlightAnalyzer.class);
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + job + ":retry")
                .then()
                .statusCode(202);
        // Then
        analysis(turn).then().body("status", equalTo("completed"));
        vocabulary(turn.learner(), "").then().body("items[0].count", equalTo(1));
        assertThat(published(turn)).hasSize(2);
        given().get("/v1/jobs?status=failed&turnId={id}", turn.turn()).then().body("items", empty());
    }

    @Test
    void aTurnOfNothingButNewWordsIsToldToo() {
        // Given 4,000 words of one character, the most that a turn can hold
        String text = IntStream.range(0x4e00, 0x4e00 + 4_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
        Told turn = Told.byHana(text).in("zh");
        // When
        arrive(turn);
        // Then
        assertThat(published(turn)).singleElement().satisfies(event -> assertThat(
                        event.get("learnerWords").asInt())
                .isGreaterThan(3_900));
    }

    @Test
    void unknownTurnsAndJobsAreNamed() {
        given().get("/v1/turns/{id}/analysis", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-turn"));
        given().get("/v1/turns/nonsense/analysis").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + UUID.randomUUID() + ".vocabulary:retry")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        given().get("/v1/jobs?status=lost").then().statusCode(400).body("field", equalTo("status"));
        given().get("/v1/jobs?limit=1").then().statusCode(200);
    }

    @Test
    void poisonIsSetAsideAndItsNeighboursGoThrough() {
        // Given
        Told good = Told.byHana("いぬ");
        Told other = Told.byHana("とり");
        String broken = UUID.randomUUID().toString();
        // When
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, good.record(), good.record().value());
            send(producer, other.record(), ("{\"tenant\": \"" + broken).getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(new ProducerRecord<>("parlance.conversation-events", "default/x", null));
            send(producer, other.record(), other.record().value());
            producer.flush();
        }
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            analysis(good).then().statusCode(200);
            analysis(other).then().statusCode(200);
            given().get("/v1/admin/quarantine?status=waiting")
                    .then()
                    .body("items.reason", hasItems("not JSON at byte 48", "the header ce_type is missing"));
        });
    }

    @Test
    void aRecordInQuarantineIsSentAgainOrDiscarded() {
        // Given
        Told turn = Told.byHana("さる");
        Received readable = turn.record();
        Received broken = new Received(
                readable.topic(),
                7,
                readable.offset(),
                readable.key(),
                readable.headers(),
                "{".getBytes(StandardCharsets.UTF_8));
        consumer.apply(List.of(broken));
        String id = given().get("/v1/admin/quarantine?status=waiting&limit=1").path("items[0].id");
        // When it still cannot be read
        given().urlEncodingEnabled(false)
                .post("/v1/admin/quarantine/" + id + ":retry")
                .then()
                .statusCode(202);
        given().get("/v1/admin/quarantine?status=waiting&limit=1")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].attempts", equalTo(2));
        // And when it can
        jdbi.useHandle(
                handle -> handle.createUpdate("update quarantine set value = :value where id = cast(:id as uuid)")
                        .bind("value", readable.value())
                        .bind("id", id)
                        .execute());
        given().urlEncodingEnabled(false)
                .post("/v1/admin/quarantine/" + id + ":retry")
                .then()
                .statusCode(202);
        // Then
        analysis(turn).then().statusCode(200);
        given().get("/v1/admin/quarantine?status=retried").then().body("items.id", hasItem(id));
        given().delete("/v1/admin/quarantine/{id}", id).then().statusCode(204);
        given().get("/v1/admin/quarantine?status=discarded").then().body("items.id", hasItem(id));
        given().delete("/v1/admin/quarantine/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12345 !!! 😀", "مرحبا بالعالم", "w'ishuri", "a\u0301\u0327 mixed 日本 слово"})
    void oddTextsAreAnalysedToo(String text) {
        Told turn = Told.byHana(text).in("und");
        arrive(turn);
        analysis(turn).then().statusCode(200).body("status", equalTo("completed"));
    }

    @Test
    void nothingIsAppliedBeforeWhatTheHeaderSays() {
        Instant before = Instant.now();
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            String header = given().get("/v1/highlights?limit=1").header("Parlance-Fresh-As-Of");
            assertThat(Instant.parse(header)).isAfter(before);
        });
    }

    private void arrive(Told... turns) {
        consumer.apply(Arrays.stream(turns).map(Told::record).toList());
    }

    private static void send(KafkaProducer<String, byte[]> producer, Received record, byte[] value) {
        var sent = new ProducerRecord<>(record.topic(), record.key(), value);
        record.headers().forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(sent);
    }

    private static Response analysis(Told turn) {
        return given().get("/v1/turns/{id}/analysis", turn.turn());
    }

    private static Response newWords(Told turn) {
        return given().get("/v1/highlights?learnerId={id}&type=new_word&limit=200", turn.learner());
    }

    private static Response vocabulary(String learner, String query) {
        return given().urlEncodingEnabled(false).get("/v1/learners/" + learner + "/vocabulary" + query);
    }

    /// What was told of a turn, waiting in the outbox or on the topic already: read from the topic.
    private List<JsonNode> published(Told turn) {
        return AnalysisTopic.of(kafka, turn.turn());
    }

    static JsonNode read(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
