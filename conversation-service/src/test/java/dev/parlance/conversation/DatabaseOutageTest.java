package dev.parlance.conversation;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putConversation;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.testing.TestPlatform;
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

/// While the database is down, requests get 503: never 4xx, never 500.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class DatabaseOutageTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String TURN_BODY = "{\"learnerText\": \"me gusta\"}";

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource pool;

    @Test
    void whatCannotBeWrittenNowIsAnswered503AndStoredOnceWhenItIsSentAgain() {
        // Given
        String conversation = createConversation();
        String path = "/v1/conversations/" + conversation;
        String turn = id();
        asAdmin("alter role conversation_app set default_transaction_read_only = on");
        cutAllConnections();
        // When
        try {
            List.of(
                            putTurn(conversation, turn, TURN_BODY),
                            post(path + "/turns", TURN_BODY),
                            post(path + "/turns", TURN_BODY, id()),
                            post(
                                    path + "/turns:batch",
                                    "{\"turns\": [{\"id\": \"%s\", \"learnerText\": \"a\"}]}".formatted(id())),
                            post(path + "/end", "{}"),
                            putConversation(id(), "{}"))
                    .forEach(DatabaseOutageTest::isToBeSentAgain);
        } finally {
            asAdmin("alter role conversation_app reset default_transaction_read_only");
            cutAllConnections();
        }
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                        putTurn(conversation, turn, TURN_BODY).statusCode())
                .isIn(200, 201));
        await().atMost(TIMEOUT) // the pool still holds closed connections
                .untilAsserted(() -> assertThat(get(path + "/turns").jsonPath().<String>getList("items.id"))
                        .containsExactly(turn));
    }

    @Test
    void closedConnectionsNeitherLoseNorDuplicateTurns() throws Exception {
        // Given
        String conversation = createConversation();
        List<Callable<String>> clients = IntStream.range(0, 200)
                .<Callable<String>>mapToObj(_ -> () -> sendUntilAccepted(conversation))
                .toList();
        // When
        List<String> accepted = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            List<Future<String>> sent = clients.stream().map(all::submit).toList();
            for (Future<String> one : sent) {
                cutAllConnections();
                accepted.add(one.get());
            }
        }
        // Then
        await().atMost(TIMEOUT) // the pool still holds closed connections
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(stored(conversation)).containsExactlyInAnyOrderElementsOf(accepted));
    }

    @Test
    void whenNoConnectionIsFreeRequestsAreAnswered503() throws SQLException {
        // Given
        String conversation = createConversation();
        int all = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.max-size", Integer.class);
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < all) {
                held.add(pool.getConnection());
            }
            // When
            Response response = get("/v1/conversations/" + conversation);
            // Then
            isToBeSentAgain(response);
            isToBeSentAgain(putTurn(conversation, id(), TURN_BODY));
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    private static String sendUntilAccepted(String conversation) {
        String turn = id();
        while (true) {
            Response response = putTurn(conversation, turn, TURN_BODY);
            if (response.statusCode() < 300) {
                return turn;
            }
            isToBeSentAgain(response);
        }
    }

    private static void isToBeSentAgain(Response response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/overloaded");
        assertThat(response.header("Retry-After")).isNotNull();
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
        try (Connection admin = DriverManager.getConnection(url, "postgres", TestPlatform.superuserPassword());
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
