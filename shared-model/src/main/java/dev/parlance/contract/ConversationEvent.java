package dev.parlance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a conversation tells the rest of the system, in the order it happened.
/// Published on `conversation-events`, keyed by learner.
public sealed interface ConversationEvent extends Event {

    String learnerId();

    ConversationId conversationId();

    default Learner learner() {
        return new Learner(tenant(), learnerId());
    }

    @Override
    default Topic topic() {
        return Topic.CONVERSATION_EVENTS;
    }

    @Override
    default String key() {
        return learner().key();
    }

    /// A learner and a partner sat down together.
    @WireName("parlance.conversation-started.v1")
    record ConversationStarted(
            String tenant,
            String learnerId,
            boolean guest,
            ConversationId conversationId,
            String channel,
            String language,
            String timeZone,
            String module,
            String scenarioId,
            Instant startedAt)
            implements ConversationEvent {
        public ConversationStarted {
            Require.learner(tenant, learnerId);
            Require.present("conversationId", conversationId);
            Require.present("channel", channel);
            Require.present("language", language);
            Require.present("timeZone", timeZone);
            Require.present("startedAt", startedAt);
        }

        @Override
        public String subject() {
            return conversationId.toString();
        }

        @Override
        public Instant time() {
            return startedAt;
        }

        @Override
        public String occurrence() {
            return "";
        }
    }

    /// The learner said something, the partner replied; one of the two may be missing.
    ///
    /// @param sequence  place in its conversation, from 1
    /// @param localDate the calendar day of `occurredAt` in the conversation's time zone
    @WireName("parlance.turn-recorded.v1")
    record TurnRecorded(
            String tenant,
            String learnerId,
            boolean guest,
            ConversationId conversationId,
            TurnId turnId,
            int sequence,
            String channel,
            String module,
            String language,
            String timeZone,
            LocalDate localDate,
            Instant occurredAt,
            Instant recordedAt,
            String learnerText,
            String replyText,
            Integer durationMs,
            List<WordTiming> wordTimings,
            JsonNode metadata)
            implements ConversationEvent {
        public TurnRecorded {
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
            Require.present("recordedAt", recordedAt);
            Require.storable("learnerText", learnerText);
            Require.storable("replyText", replyText);
            wordTimings = wordTimings == null ? null : List.copyOf(wordTimings);
        }

        @Override
        public String subject() {
            return turnId.toString();
        }

        @Override
        public Instant time() {
            return occurredAt;
        }

        @Override
        public String occurrence() {
            return "";
        }
    }

    /// The sitting is over. A conversation that went idle may be reopened by a later turn and end again.
    ///
    /// @param endReason `client` or `idle`
    @WireName("parlance.conversation-ended.v1")
    record ConversationEnded(
            String tenant,
            String learnerId,
            ConversationId conversationId,
            Instant endedAt,
            String endReason,
            int turnCount)
            implements ConversationEvent {
        public ConversationEnded {
            Require.learner(tenant, learnerId);
            Require.present("conversationId", conversationId);
            Require.present("endedAt", endedAt);
            Require.present("endReason", endReason);
        }

        @Override
        public String subject() {
            return conversationId.toString();
        }

        @Override
        public Instant time() {
            return endedAt;
        }

        @Override
        public String occurrence() {
            return endReason + "@" + endedAt;
        }
    }
}
