package dev.parlance.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
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
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class DatabaseTest {
    private static final String LEARNER_TEXT = "りんごがたべたい";

    @Inject
    Jdbi jdbi;

    @Test
    void boundValuesOfAFailedStatementAreInNoStackTrace() {
        for (String sql : List.of(
                "insert into nowhere (text) values (:text)",
                "insert into lease (name, holder) values (:text, gen_random_uuid())",
                "insert into quarantine (id, topic) values (gen_random_uuid(), :text)")) {
            Throwable failure = catchThrowable(() -> jdbi.useHandle(handle ->
                    handle.createUpdate(sql).bind("text", LEARNER_TEXT).execute()));
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("PSQLException").doesNotContain(LEARNER_TEXT);
        }
    }
}
