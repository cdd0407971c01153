package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putConversation;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What the database cannot do just now is never the request's fault, and never 500.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class StorageOutageTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String SAID = "{\"learnerText\": \"me gusta\"}";

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource pool;

    @Test
    void whatCannotBeWrittenNowIsAnswered503AndStoredOnceWhenItIsSentAgain() {
        // Given
        String conversation = aConversation();
        String path = "/v1/conversations/" + conversation;
        String turn = id();
        asAdmin("alter role conversation_app set default_transaction_read_only = on");
        cutAllConnections();
        // When
        try {
            List.of(
                            putTurn(conversation, turn, SAID),
                            post(path + "/turns", SAID),
                            post(path + "/turns", SAID, id()),
                            post(
                                    path + "/turns:batch",
                                    "{\"turns\": [{\"id\": \"%s\", \"learnerText\": \"a\"}]}".formatted(id())),
                            post(path + "/end", "{}"),
                            putConversation(id(), "{}"))
                    .forEach(StorageOutageTest::isToBeSentAgain);
        } finally {
            asAdmin("alter role conversation_app reset default_transaction_read_only");
            cutAllConnections();
        }
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        putTurn(conversation, turn, SAID).statusCode())
                .isIn(200, 201));
        await().atMost(SOON) // the pool still holds connections that were cut
                .untilAsserted(() -> assertThat(get(path + "/turns").jsonPath().<String>getList("items.id"))
                        .containsExactly(turn));
    }

    @Test
    void connectionsThatAreCutInTheMiddleLoseAndDoubleNothing() throws Exception {
        // Given
        String conversation = aConversation();
        List<Callable<String>> clients = IntStream.range(0, 200)
                .<Callable<String>>mapToObj(_ -> () -> sentUntilTaken(conversation))
                .toList();
        // When
        List<String> taken = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            List<Future<String>> sent = clients.stream().map(all::submit).toList();
            for (Future<String> one : sent) {
                cutAllConnections();
                taken.add(one.get());
            }
        }
        // Then
        await().atMost(SOON) // the pool still holds connections that were cut
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(stored(conversation)).containsExactlyInAnyOrderElementsOf(taken));
    }

    @Test
    void whenNoConnectionIsFreeRequestsAreAnswered503() throws SQLException {
        // Given
        String conversation = aConversation();
        int all = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.max-size", Integer.class);
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < all) {
                held.add(pool.getConnection());
            }
            // When
            Response answer = get("/v1/conversations/" + conversation);
            // Then
            isToBeSentAgain(answer);
            isToBeSentAgain(putTurn(conversation, id(), SAID));
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    private static String sentUntilTaken(String conversation) {
        String turn = id();
        while (true) {
            Response answer = putTurn(conversation, turn, SAID);
            if (answer.statusCode() < 300) {
                return turn;
            }
            isToBeSentAgain(answer);
        }
    }

    private static void isToBeSentAgain(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/overloaded");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    private List<String> stored(String conversation) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from turn where conversation_id = cast(:conversation as uuid)")
                        .bind("conversation", conversation)
                        .mapTo(String.class)
                        .list());
    }

    private static void cutAllConnections() {
        asAdmin("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'conversation_app'");
    }

    private static void asAdmin(String sql) {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
