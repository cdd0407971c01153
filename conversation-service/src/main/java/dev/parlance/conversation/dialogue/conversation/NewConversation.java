package dev.parlance.conversation.dialogue.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Text;
import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.http.RequestChecks;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/// The body that starts a conversation. Every field is optional.
public record NewConversation(
        String learnerId,
        String channel,
        String language,
        String timeZone,
        String module,
        String scenarioId,
        Instant startedAt,
        JsonNode metadata) {
    static final String GUEST_PREFIX = "guest-";
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int MAX_SCENARIO_CHARACTERS = 256;
    private static final NewConversation EMPTY = new NewConversation(null, null, null, null, null, null, null, null);

    /// The body may be missing altogether.
    static NewConversation orEmpty(NewConversation sent) {
        return sent == null ? EMPTY : sent;
    }

    /// @throws InvalidRequest for the first field that breaks the contract
    NewConversation validated(Instant now) {
        if (learnerId != null && !Learner.isLearnerId(learnerId)) {
            throw new InvalidRequest("learnerId", "learnerId must be 1 to 128 letters, digits or . _ ~ @ : + -");
        }
        var _ = Channel.check(channel);
        LanguageTag.check(language);
        if (timeZone != null && !ZONES.contains(timeZone)) {
            throw new InvalidRequest("timeZone", "timeZone must be an IANA zone such as Asia/Tokyo");
        }
        if (module != null && !Learner.isName(module)) {
            throw new InvalidRequest("module", "module must be 1 to 64 small letters, digits or . _ -");
        }
        if (scenarioId != null && !Text.isStorable(scenarioId)) {
            throw new BadText("scenarioId");
        }
        if (scenarioId != null && scenarioId.length() > MAX_SCENARIO_CHARACTERS) {
            throw new InvalidRequest("scenarioId", "scenarioId is longer than 256 characters", MAX_SCENARIO_CHARACTERS);
        }
        RequestChecks.checkInstant("startedAt", startedAt, now);
        RequestChecks.checkMetadata(metadata);
        return this;
    }

    boolean hasGuestId() {
        return learnerId != null && learnerId.startsWith(GUEST_PREFIX);
    }
}
