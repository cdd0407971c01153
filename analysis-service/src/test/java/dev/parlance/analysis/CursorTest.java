package dev.parlance.analysis;

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
    private static final String TIME = "2026-11-20T08:15:30.120Z";
    private static final String ID = "0191d3a0-0000-7000-8000-000000000000";
    private static final String ANY_TIME = "InstantRange[from=null, to=null]";

    @Test
    void words() {
        String path = "/v1/learners/hana/vocabulary";
        ForgedCursors.areRefused(path, List.of(TIME, "en", "go"), "vocabulary", "hana", null, ANY_TIME, "RECENT");
        ForgedCursors.areRefused(
                path + "?sort=frequent", List.of("7", "en", "go"), "vocabulary", "hana", null, ANY_TIME, "FREQUENT");
        ForgedCursors.areRefused(
                path + "?sort=alphabetical",
                List.of("go", "en", "go"),
                "vocabulary",
                "hana",
                null,
                ANY_TIME,
                "ALPHABETICAL");
        ForgedCursors.areRefused(path + "/growth", List.of("2026-11-20"), "growth", "hana", "DAY", null, null, null);
        ForgedCursors.areRefused(path + "/en/go", List.of(TIME, ID), "word", "hana", "en", "go");
    }

    @Test
    void highlightsAndJobs() {
        ForgedCursors.areRefused(
                "/v1/highlights",
                List.of(TIME, ID),
                "highlights",
                "Filter[learnerId=null, conversationId=null, type=null, occurred=%s]".formatted(ANY_TIME));
        ForgedCursors.areRefused(
                "/v1/jobs", List.of(TIME, ID, "vocabulary"), "jobs", "Filter[status=null, type=null, turnId=null]");
    }

    @Test
    void listsForOperators() {
        ForgedCursors.areRefused("/v1/admin/reanalysis", List.of(TIME, ID), "reanalysis");
        ForgedCursors.areRefused("/v1/admin/quarantine", List.of(TIME, ID), "quarantine", (Object) null);
        ForgedCursors.areRefused("/v1/admin/republish", List.of(TIME, ID), "republish");
    }
}
