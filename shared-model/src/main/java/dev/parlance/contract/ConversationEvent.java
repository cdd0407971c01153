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

    /// It has become known, or known better, what the learner said in a turn that was recorded before. Holds the
    /// turn as it is known now, so that a reader needs nothing else of it; of several about one turn the highest
    /// revision counts.
    ///
    /// @param revision   grows with every transcript of the turn, and when it becomes known how long it took
    /// @param text       what the learner said, in the place of the recorded `learnerText`; empty where nothing was
    ///     heard
    /// @param confidence 0 to 1, or null where the transcriber does not say
    @WireName("parlance.turn-transcribed.v1")
    record TurnTranscribed(
            String tenant,
            String learnerId,
            boolean guest,
            ConversationId conversationId,
            TurnId turnId,
            int sequence,
            long revision,
            String channel,
            String module,
            String language,
            String timeZone,
            LocalDate localDate,
            Instant occurredAt,
            Instant recordedAt,
            Instant transcribedAt,
            String text,
            String replyText,
            Integer durationMs,
            List<WordTiming> wordTimings,
            Double confidence,
            JsonNode metadata)
            implements ConversationEvent {
        public TurnTranscribed {
            Require.learner(tenant, learnerId);
            Require.present("conversationId", conversationId);
            Require.present("turnId", turnId);
            Require.positive("sequence", sequence);
            Require.positive("revision", revision);
            Require.storable("channel", Require.present("channel", channel));
            Require.module(module);
            Require.storable("language", Require.present("language", language));
            Require.storable("timeZone", Require.present("timeZone", timeZone));
            Require.present("localDate", localDate);
            Require.present("occurredAt", occurredAt);
            Require.present("recordedAt", recordedAt);
            Require.present("transcribedAt", transcribedAt);
            Require.storable("text", Require.present("text", text));
            Require.storable("replyText", replyText);
            wordTimings = wordTimings == null ? null : List.copyOf(wordTimings);
        }

        /// What was heard in a recorded turn.
        ///
        /// @param durationMs of the learner's speech; null where nobody knows
        public static TurnTranscribed of(
                TurnRecorded turn,
                long revision,
                String text,
                String language,
                Integer durationMs,
                List<WordTiming> wordTimings,
                Double confidence,
                Instant transcribedAt) {
            return new TurnTranscribed(
                    turn.tenant(),
                    turn.learnerId(),
                    turn.guest(),
                    turn.conversationId(),
                    turn.turnId(),
                    turn.sequence(),
                    revision,
                    turn.channel(),
                    turn.module(),
                    language,
                    turn.timeZone(),
                    turn.localDate(),
                    turn.occurredAt(),
                    turn.recordedAt(),
                    transcribedAt,
                    text,
                    turn.replyText(),
                    durationMs,
                    wordTimings,
                    confidence,
                    turn.metadata());
        }

        /// The turn as it would have been recorded, had this been known then.
        public TurnRecorded turn() {
            return new TurnRecorded(
                    tenant,
                    learnerId,
                    guest,
                    conversationId,
                    turnId,
                    sequence,
                    channel,
                    module,
                    language,
                    timeZone,
                    localDate,
                    occurredAt,
                    recordedAt,
                    text,
                    replyText,
                    durationMs,
                    wordTimings,
                    metadata);
        }

        @Override
        public String subject() {
            return turnId.toString();
        }

        @Override
        public Instant time() {
            return transcribedAt;
        }

        @Override
        public String occurrence() {
            return Long.toString(revision);
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
