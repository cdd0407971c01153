package dev.parlance.summary;

import dev.parlance.kit.testing.ForgedCursors;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every list of this service refuses a cursor that it did not give out.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class CursorTest {
    @Test
    void daysAndModules() {
        ForgedCursors.areRefused("/v1/learners/hana/days", List.of("2026-11-20"), "days", "hana", null, null);
        ForgedCursors.areRefused(
                "/v1/modules/usage", List.of("2026-11-20", "free-talk"), "module-usage", null, null, null);
    }

    @Test
    void listsForOperators() {
        ForgedCursors.areRefused(
                "/v1/admin/quarantine",
                List.of("2026-11-20T08:15:30.120Z", "0191d3a0-0000-7000-8000-000000000000"),
                "quarantine",
                (Object) null);
    }
}
