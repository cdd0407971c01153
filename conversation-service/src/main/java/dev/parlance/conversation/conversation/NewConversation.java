package dev.parlance.conversation.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.Learner;
import dev.parlance.contract.Text;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.LanguageTag;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/// What a client says when a sitting begins; whatever it leaves out has a default.
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
    private static final Set<String> CHANNELS = Set.of("app", "web", "voice", "sms");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int LONGEST_SCENARIO = 256;
    private static final NewConversation NOTHING_SAID =
            new NewConversation(null, null, null, null, null, null, null, null);

    /// A body may be missing altogether: everything in it has a default.
    static NewConversation orNothing(NewConversation sent) {
        return sent == null ? NOTHING_SAID : sent;
    }

    /// @throws InvalidRequest with the first field that breaks the contract
    NewConversation checked(Instant now) {
        if (learnerId != null && !Learner.isLearnerId(learnerId)) {
            throw new InvalidRequest("learnerId", "learnerId must be 1 to 128 letters, digits or . _ ~ @ : + -");
        }
        if (channel != null && !CHANNELS.contains(channel)) {
            throw new InvalidRequest("channel", "channel must be app, web, voice or sms");
        }
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
        if (scenarioId != null && scenarioId.length() > LONGEST_SCENARIO) {
            throw new InvalidRequest("scenarioId", "scenarioId is longer than 256 characters", LONGEST_SCENARIO);
        }
        Bodies.checkInstant("startedAt", startedAt, now);
        Bodies.checkMetadata(metadata);
        return this;
    }

    boolean claimsGuest() {
        return learnerId != null && learnerId.startsWith(GUEST_PREFIX);
    }
}
