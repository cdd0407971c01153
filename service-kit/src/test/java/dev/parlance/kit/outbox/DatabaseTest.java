package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parlance.kit.KitAlone;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitAlone.class)
@QuarkusTestResource(PlatformForTests.class)
class DatabaseTest {
    private static final String SAID = "りんごがたべたい";

    @Inject
    Jdbi jdbi;

    @Test
    void whatAFailedStatementHeldIsInNoStackTrace() {
        for (String sql : List.of(
                "insert into nowhere (text) values (:said)",
                "insert into lease (name, holder) values (:said, gen_random_uuid())",
                "insert into quarantine (id, topic) values (gen_random_uuid(), :said)")) {
            Throwable failure = catchThrowable(() -> jdbi.useHandle(
                    handle -> handle.createUpdate(sql).bind("said", SAID).execute()));
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("PSQLException").doesNotContain(SAID);
        }
    }
}
