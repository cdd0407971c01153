package dev.parlance.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import java.time.Instant;
import java.util.List;

/// What happens in a conversation. Published on `conversation-events` in the order in which it happened, keyed by
/// learner.
public sealed interface ConversationEvent extends Event {

    Learner learner();

    @Override
    default Topic topic() {
        return Topic.CONVERSATION_EVENTS;
    }

    @Override
    default String key() {
        return learner().key();
    }

    /// A conversation began.
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
        public Learner learner() {
            return new Learner(tenant, learnerId);
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

    /// A turn was recorded: the learner's text, the partner's reply, or both.
    ///
    /// @param learnerText null where the learner said nothing, or where the audio is not transcribed yet
    /// @param durationMs  milliseconds of the learner's speech, or null where the client did not say
    @WireName("parlance.turn-recorded.v1")
    record TurnRecorded(
            @JsonUnwrapped TurnContext context,
            boolean guest,
            Instant recordedAt,
            String learnerText,
            String replyText,
            Integer durationMs,
            List<WordTiming> wordTimings,
            JsonNode metadata)
            implements ConversationEvent, TurnEvent {
        public TurnRecorded {
            Require.present("context", context);
            Require.present("recordedAt", recordedAt);
            Require.storable("learnerText", learnerText);
            Require.storable("replyText", replyText);
            wordTimings = wordTimings == null ? null : List.copyOf(wordTimings);
        }

        @Override
        public String tenant() {
            return context.tenant();
        }

        @Override
        public Learner learner() {
            return context.learner();
        }

        @Override
        public String subject() {
            return turnId().toString();
        }

        @Override
        public Instant time() {
            return occurredAt();
        }

        @Override
        public String occurrence() {
            return "";
        }
    }

    /// A recorded turn was transcribed, for the first time or again. Holds the whole turn, so that a reader needs no
    /// other event about it; of several about one turn the highest revision counts.
    ///
    /// @param revision   grows with every transcript of the turn, and when its duration becomes known
    /// @param text       what the learner said; replaces the recorded `learnerText`; empty where no speech was
    ///     recognised
    /// @param durationMs milliseconds of the learner's speech, or null where unknown
    /// @param confidence 0 to 1, or null where the transcriber does not say
    @WireName("parlance.turn-transcribed.v1")
    record TurnTranscribed(
            @JsonUnwrapped TurnContext context,
            boolean guest,
            long revision,
            Instant recordedAt,
            Instant transcribedAt,
            String text,
            String replyText,
            Integer durationMs,
            List<WordTiming> wordTimings,
            Double confidence,
            JsonNode metadata)
            implements ConversationEvent, TurnEvent {
        public TurnTranscribed {
            Require.present("context", context);
            Require.positive("revision", revision);
            Require.present("recordedAt", recordedAt);
            Require.present("transcribedAt", transcribedAt);
            Require.storable("text", Require.present("text", text));
            Require.storable("replyText", replyText);
            wordTimings = wordTimings == null ? null : List.copyOf(wordTimings);
        }

        /// The turn as it would have been recorded with this text.
        public TurnRecorded turn() {
            return new TurnRecorded(context, guest, recordedAt, text, replyText, durationMs, wordTimings, metadata);
        }

        @Override
        public String tenant() {
            return context.tenant();
        }

        @Override
        public Learner learner() {
            return context.learner();
        }

        @Override
        public String subject() {
            return turnId().toString();
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

    /// A conversation ended. A later turn may reopen one that ended as `idle`; it then ends again.
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
        public Learner learner() {
            return new Learner(tenant, learnerId);
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
