package dev.parlance.contract.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.id.Learner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The analysis of a turn. Published on `analysis-events`, keyed by learner. Readers keep the highest revision of a
/// turn.
public sealed interface AnalysisEvent extends Event {

    /// A turn was analysed, for the first time or again. Replaces every lower revision of the same turn.
    ///
    /// @param transcriptRevision of the analysed transcript, 0 for the text as recorded; null in events from before
    ///     this field existed
    /// @param status       `completed`, `partial` or `failed`: a turn whose analysis failed still counts in its day
    /// @param durationMs   milliseconds of the learner's speech, or null where unknown
    /// @param analyzers    the version of each analyser that took part, by name
    /// @param learnerWords the sum of the counts of `words`, and those that are only counted because the analysis
    ///     failed
    @WireName("parlance.turn-analyzed.v1")
    record TurnAnalyzed(
            @JsonUnwrapped TurnContext context,
            long revision,
            Long transcriptRevision,
            String status,
            Integer durationMs,
            Map<String, Integer> analyzers,
            int learnerWords,
            int replyWords,
            int sentences,
            List<Word> words,
            List<Highlight> highlights,
            List<JsonNode> findings)
            implements AnalysisEvent, TurnEvent {
        public TurnAnalyzed {
            Require.present("context", context);
            Require.positive("revision", revision);
            Require.present("status", status);
            words = List.copyOf(Require.present("words", words));
            highlights = List.copyOf(Require.present("highlights", highlights));
            findings = findings == null ? List.of() : List.copyOf(findings);
            analyzers = analyzers == null ? Map.of() : Map.copyOf(analyzers);
        }

        @Override
        public String tenant() {
            return context.tenant();
        }

        public Learner learner() {
            return context.learner();
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
            return turnId().toString();
        }

        @Override
        public Instant time() {
            return occurredAt();
        }

        @Override
        public String occurrence() {
            return Long.toString(revision);
        }
    }

    /// A word that the learner used, identified by its language and its lemma.
    ///
    /// @param language primary subtag; null in events from before this field existed: the language of the turn
    /// @param firstUse whether this turn is the learner's first use of it (`new` on the wire)
    /// @param level    in the installation's word list, or null
    /// @param band     frequency band, 1 (most frequent) to 5; null where unknown, and in events from before this
    ///     field existed
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
