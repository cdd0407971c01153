package dev.parlance.conversation;

import static dev.parlance.conversation.testing.Api.createConversation;

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
    void conversationsAndTurns() {
        String conversation = createConversation();
        ForgedCursors.areRefused(
                "/v1/conversations",
                List.of(TIME, ID),
                "conversations",
                "Filter[learnerId=null, started=%s, active=null, module=null, channel=null]".formatted(ANY_TIME));
        ForgedCursors.areRefused(
                "/v1/conversations/%s/turns".formatted(conversation), List.of("7"), "turns", conversation);
        ForgedCursors.areRefused(
                "/v1/learners/hana/turns",
                List.of(TIME, ID),
                "learner-turns",
                "hana",
                "Filter[occurred=%s, module=null, channel=null]".formatted(ANY_TIME));
    }

    @Test
    void listsForOperators() {
        ForgedCursors.areRefused("/v1/admin/audio/sweeps", List.of(TIME, ID), "audio-sweeps");
        ForgedCursors.areRefused("/v1/admin/speech/given-up", List.of(TIME, "0".repeat(64)), "given-up-speech");
        ForgedCursors.areRefused(
                "/v1/admin/transcriptions", List.of(TIME, ID), "transcriptions", "Filter[status=null, turnId=null]");
        ForgedCursors.areRefused("/v1/admin/quarantine", List.of(TIME, ID), "quarantine", (Object) null);
        ForgedCursors.areRefused("/v1/admin/republish", List.of(TIME, ID), "republish");
    }
}
