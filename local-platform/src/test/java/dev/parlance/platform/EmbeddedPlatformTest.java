package dev.parlance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.kafka.TestTopic;
import dev.parlance.platform.kafka.Topics;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.PostgresData;
import dev.parlance.platform.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPlatformTest {
    private static final PlatformSettings SETTINGS =
            PlatformSettings.temporary().withParts(Part.values());

    private static EmbeddedPlatform platform;

    @BeforeAll
    static void start() {
        platform = EmbeddedPlatform.start(SETTINGS);
    }

    @AfterAll
    static void stopAndLeaveNothing() {
        platform.close();
        assertThat(SETTINGS.directory()).doesNotExist();
    }

    @Test
    void theTopicsExistAsTheFileSays() throws Exception {
        // Given
        var topics = Topics.load();
        var resources = topics.names().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", (Object) platform.endpoints().kafka()))) {
            // When
            var described = admin.describeTopics(topics.names()).allTopicNames().get();
            var configs = admin.describeConfigs(resources).all().get();
            // Then
            for (var topic : topics.topics()) {
                var name = topics.prefix() + topic.name();
                assertThat(described.get(name).partitions()).hasSize(12);
                assertThat(values(configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name))))
                        .containsAllEntriesOf(topic.config());
            }
        }
    }

    @Test
    void aRecordGoesThroughATopic() throws Exception {
        var log = new TestTopic(platform.endpoints().kafka(), "parlance.module-usage");
        // When
        log.write("used");
        // Then
        assertThat(log.read()).containsExactly("used");
    }

    @Test
    void aCommitIsOnDiskBeforeItIsAnswered() throws SQLException {
        assertThat(as("summary_app").queryText("show fsync")).isEqualTo("on");
        assertThat(as("summary_app").queryText("show synchronous_commit")).isEqualTo("on");
        assertThat(as("summary_app").queryText("show full_page_writes")).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "postgres"})
    void theSuperuserHasNoPasswordThatAnybodyKnows(String password) {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(platform.endpoints().jdbcUrl(), SqlClient.SUPERUSER, password))
                .isInstanceOf(SQLException.class);
        assertThat(SqlClient.of(platform.endpoints(), SqlClient.SUPERUSER).queryLong("select 1"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres-superuser", "s3/keys.properties", "s3/s3proxy.properties"})
    void secretsCanBeReadByTheirOwnerOnly(String file) throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(SETTINGS.directory().resolve(file))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(SETTINGS.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void theObjectStoreTakesOnlySignedRequests() throws Exception {
        // Given
        var unsigned = HttpRequest.newBuilder(URI.create(platform.endpoints().s3Url() + "/"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            // When
            var answer = http.send(unsigned, BodyHandlers.ofString());
            // Then
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aSecondPlatformOnTheSameDirectoryIsRefused() {
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> EmbeddedPlatform.start(SETTINGS))
                .withMessageContaining("already runs on")
                .withMessageContaining("./parlance down");
    }

    @Test
    void externalServersAreProvisionedInTheSameWay() throws Exception {
        // Given
        var environment = Map.of(
                "PARLANCE_PLATFORM",
                "external",
                "PARLANCE_KAFKA",
                platform.endpoints().kafka(),
                "PARLANCE_DB_URL",
                platform.endpoints().jdbcUrl(),
                "PARLANCE_DB_ADMIN_USER",
                "postgres",
                "PARLANCE_DB_ADMIN_PASSWORD",
                platform.endpoints().superuserPassword(),
                "PARLANCE_TOPIC_PREFIX",
                "school.");
        environment.forEach(System::setProperty);
        // When
        try (var external = Platform.start(SETTINGS.withParts(Part.KAFKA, Part.POSTGRES));
                var admin = Admin.create(Map.of(
                        "bootstrap.servers", (Object) external.endpoints().kafka()))) {
            // Then
            assertThat(topicsOnceListed(admin, "school.conversation-events")).contains("school.conversation-events");
            assertThat(as("summary_app").queryText("show search_path")).isEqualTo("summary");
        } finally {
            environment.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void theDataOfARunningPostgresIsNotChanged(@TempDir Path directory) throws Exception {
        // Given
        var owner = platform.process(Part.POSTGRES).pid();
        Files.writeString(directory.resolve("postmaster.pid"), owner + "\nthe rest\n");
        // When
        var refused = assertThatThrownBy(() -> new PostgresData(directory).removeStaleLock());
        // Then
        refused.isInstanceOf(PlatformFailure.class).hasMessageContaining("Another PostgreSQL (process " + owner + ")");
        assertThat(directory.resolve("postmaster.pid")).content().startsWith(owner + "\n");
    }

    @Test
    void aPortInUseIsNamedWithItsOwnerAndARemedy(@TempDir Path directory) {
        // Given
        var taken = Integer.parseInt(platform.endpoints().kafka().replaceAll(".*:", ""));
        var settings = new PlatformSettings(directory, taken, 0, 0, Set.of(Part.KAFKA));
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> EmbeddedPlatform.start(settings))
                // Then
                .withMessageContaining("Port " + taken + " is in use")
                .withMessageContaining("--port-kafka");
    }

    private static TestDatabase as(String role) {
        return new TestDatabase(platform.endpoints(), role);
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
    }

    /// On a busy machine the broker lists a topic only some seconds after the controller has created it.
    private static Set<String> topicsOnceListed(Admin admin, String awaited) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var names = admin.listTopics().names().get();
        while (!names.contains(awaited) && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(100));
            names = admin.listTopics().names().get();
        }
        return names;
    }
}
