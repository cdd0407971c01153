package dev.parlance.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the analysis found in a turn. Published on `analysis-events`, keyed by learner.
/// Readers keep the highest revision of a turn.
public sealed interface AnalysisEvent extends Event {

    /// A turn has been analysed, or analysed again: this replaces every lower revision of the same turn.
    ///
    /// @param status       `completed`, `partial` or `failed`: a turn whose analysis failed still counts in its day
    /// @param analyzers    the version of each analyser that took part, by name
    /// @param learnerWords the sum of the counts of `words`
    /// @param durationMs   milliseconds, or null where the client did not say
    /// @param transcriptRevision of the transcript that was read, 0 for the turn as it was recorded; null in events
    ///     of before it was told
    @WireName("parlance.turn-analyzed.v1")
    record TurnAnalyzed(
            String tenant,
            String learnerId,
            ConversationId conversationId,
            TurnId turnId,
            int sequence,
            long revision,
            Long transcriptRevision,
            String status,
            String language,
            String channel,
            String module,
            String timeZone,
            LocalDate localDate,
            Instant occurredAt,
            Integer durationMs,
            Map<String, Integer> analyzers,
            int learnerWords,
            int replyWords,
            int sentences,
            List<Word> words,
            List<Highlight> highlights,
            List<JsonNode> findings)
            implements AnalysisEvent {
        public TurnAnalyzed {
            Require.learner(tenant, learnerId);
            Require.present("conversationId", conversationId);
            Require.present("turnId", turnId);
            Require.positive("sequence", sequence);
            Require.positive("revision", revision);
            Require.present("status", status);
            Require.storable("language", Require.present("language", language));
            Require.storable("channel", Require.present("channel", channel));
            Require.module(module);
            Require.storable("timeZone", Require.present("timeZone", timeZone));
            Require.present("localDate", localDate);
            Require.present("occurredAt", occurredAt);
            words = List.copyOf(Require.present("words", words));
            highlights = List.copyOf(Require.present("highlights", highlights));
            findings = findings == null ? List.of() : List.copyOf(findings);
            analyzers = analyzers == null ? Map.of() : Map.copyOf(analyzers);
        }

        public Learner learner() {
            return new Learner(tenant, learnerId);
        }

        @Override
        public Topic topic() {
            return Topic.ANALYSIS_EVENTS;
        }

        @Override
        public String key() {
            return learner().key();
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
            return Long.toString(revision);
        }
    }

    /// A word of the learner's, identified by its language and its lemma.
    ///
    /// @param language primary subtag; null in events of before it was told: the turn's
    /// @param firstUse whether this turn is the learner's first use of it (`new` on the wire)
    /// @param level    of the installation's word list, or null
    /// @param band     of frequency, 1 for the most frequent to 5; null where nothing tells, and in events
    ///     of before it was told
    record Word(
            String language,
            String lemma,
            String display,
            String surface,
            int count,
            @JsonProperty("new") boolean firstUse,
            String level,
            Integer band) {
        public Word {
            Require.storable("lemma", Require.present("lemma", lemma));
            Require.storable("display", Require.present("display", display));
            Require.storable("surface", Require.present("surface", surface));
            Require.positive("count", count);
        }
    }

    /// A notable moment in a turn.
    record Highlight(UUID id, String type, String description, String excerpt) {
        public Highlight {
            Require.present("id", id);
            Require.storable("type", Require.present("type", type));
        }
    }
}
