package dev.parlance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.host.TcpProxy;
import dev.parlance.platform.kafka.TestTopic;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformRestartTest {
    private static final String TOPIC = "parlance.conversation-events";

    @TempDir
    private Path directory;

    @Test
    void acknowledgedWritesSurviveAKillOfEveryPart() throws Exception {
        // Given
        Endpoints before;
        try (var platform = EmbeddedPlatform.start(settings())) {
            before = platform.endpoints();
            new TestTopic(before.kafka(), TOPIC).write("said");
            new TestDatabase(before, "conversation_owner").execute("create table turn (said text)");
            new TestDatabase(before, "conversation_app").execute("insert into turn values ('said')");
            for (var part : Part.values()) platform.process(part).kill();
        }
        // When
        try (var platform = EmbeddedPlatform.start(settings())) {
            var after = platform.endpoints();
            // Then
            assertThat(new TestTopic(after.kafka(), TOPIC).read()).containsExactly("said");
            assertThat(new TestDatabase(after, "conversation_app").queryText("select said from turn"))
                    .isEqualTo("said");
            assertThat(after.s3SecretKey()).isEqualTo(before.s3SecretKey());
        }
    }

    @Test
    void dataFromBeforeTheSuperuserHadAPasswordOfItsOwnGetsOne() throws Exception {
        // Given
        var settings = new PlatformSettings(directory, 0, 0, 0, Set.of(Part.POSTGRES));
        try (var platform = EmbeddedPlatform.start(settings)) {
            superuser(platform).execute("alter role postgres password 'postgres'");
        }
        Files.delete(directory.resolve("postgres-superuser"));
        // When
        try (var platform = EmbeddedPlatform.start(settings)) {
            // Then
            assertThat(superuser(platform).queryLong("select 1")).isEqualTo(1);
            var known = new SqlClient(platform.endpoints().jdbcUrl(), SqlClient.SUPERUSER, "postgres");
            assertThatThrownBy(known::connect).isInstanceOf(SQLException.class);
        }
    }

    private static SqlClient superuser(EmbeddedPlatform platform) {
        return SqlClient.of(platform.endpoints(), SqlClient.SUPERUSER);
    }

    @Test
    void aKilledPartComesBackAtTheSameAddress() throws Exception {
        try (var platform = EmbeddedPlatform.start(PlatformSettings.temporary().withParts(Part.POSTGRES))) {
            var owner = new TestDatabase(platform.endpoints(), "summary_owner");
            owner.execute("create table day (turns int)");
            platform.process(Part.POSTGRES).kill();
            // When
            platform.restart(Part.POSTGRES);
            // Then
            assertThat(owner.queryText("select count(*) from day")).isEqualTo("0");
        }
    }

    @Test
    void kafkaSendsItsClientsToTheProxy() throws Exception {
        // Given
        var port = Ports.findFree();
        try (var proxy = TcpProxy.start(port);
                var platform = EmbeddedPlatform.start(
                        PlatformSettings.temporary().withParts(Part.KAFKA).withKafkaBehindProxy(port, proxy.port()))) {
            // When
            new TestTopic("127.0.0.1:" + port, TOPIC).write("said");
            // Then
            assertThat(platform.endpoints().kafka()).isEqualTo("127.0.0.1:" + proxy.port());
            assertThat(proxy.connections()).isPositive();
        }
    }

    @Test
    void aStoppedPlatformLeavesNoProcessAndNoPidFile() throws Exception {
        // Given
        var settings = new PlatformSettings(directory, 0, 0, 0, Set.of(Part.POSTGRES));
        var platform = EmbeddedPlatform.start(settings);
        var postgres = platform.process(Part.POSTGRES);
        // When
        platform.close();
        // Then
        assertThat(postgres.isAlive()).isFalse();
        assertThat(postgres.exitCode()).contains(0);
        try (var left = Files.list(directory.resolve("run"))) {
            assertThat(left).isEmpty();
        }
    }

    private PlatformSettings settings() {
        return new PlatformSettings(directory, 0, 0, 0, Set.of(Part.values()));
    }
}
