package dev.parlance.contract.event;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.time.LocalDate;

/// What every event about a turn says of it: whose turn it is, its place in the conversation, and its setting.
/// In JSON these are fields of the event itself.
///
/// @param sequence   place in its conversation, from 1
/// @param module     the learning module, or null
/// @param language   BCP 47 tag of what the learner said
/// @param timeZone   IANA name, of the conversation
/// @param localDate  the calendar day of `occurredAt` in `timeZone`
/// @param occurredAt when the learner spoke or wrote, as the client says
public record TurnContext(
        String tenant,
        String learnerId,
        ConversationId conversationId,
        TurnId turnId,
        int sequence,
        String channel,
        String module,
        String language,
        String timeZone,
        LocalDate localDate,
        Instant occurredAt) {
    public TurnContext {
        Require.learner(tenant, learnerId);
        Require.present("conversationId", conversationId);
        Require.present("turnId", turnId);
        Require.positive("sequence", sequence);
        Require.storable("channel", Require.present("channel", channel));
        Require.module(module);
        Require.storable("language", Require.present("language", language));
        Require.storable("timeZone", Require.present("timeZone", timeZone));
        Require.present("localDate", localDate);
        Require.present("occurredAt", occurredAt);
    }

    public Learner learner() {
        return new Learner(tenant, learnerId);
    }

    /// The same turn in another language, for a transcript that detected one.
    public TurnContext withLanguage(String detected) {
        return new TurnContext(
                tenant,
                learnerId,
                conversationId,
                turnId,
                sequence,
                channel,
                module,
                detected,
                timeZone,
                localDate,
                occurredAt);
    }
}
