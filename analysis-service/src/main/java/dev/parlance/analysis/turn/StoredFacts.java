package dev.parlance.analysis.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.text.Annotations;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.WireJson;
import java.util.List;
import java.util.Map;

/// What is stored of an analysis, as JSON. What was ever stored can be read: a field that was added later is null.
///
/// @param annotations null in turns of before they were kept, and where the learner said nothing
/// @param provisional null in turns of before it was noted: false
record StoredFacts(
        List<UsedWord> words,
        int replyWords,
        int sentences,
        List<Moment> moments,
        Annotations annotations,
        Map<String, Integer> analyzers,
        Boolean provisional) {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final TypeReference<List<Job>> JOBS = new TypeReference<>() {};

    static String facts(Analysis analysis) {
        Facts facts = analysis.facts();
        return write(new StoredFacts(
                facts.words(),
                facts.replyWords(),
                facts.sentences(),
                facts.moments(),
                facts.annotations(),
                analysis.analyzers(),
                analysis.provisional()));
    }

    static String jobs(Analysis analysis) {
        return write(analysis.jobs());
    }

    /// @param facts as [#facts] wrote them
    /// @param jobs  as [#jobs] wrote them
    static Analysis analysis(String facts, String jobs) {
        try {
            StoredFacts stored = JSON.readValue(facts, StoredFacts.class);
            return new Analysis(
                    new Facts(stored.words, stored.replyWords, stored.sentences, stored.moments, stored.annotations),
                    JSON.readValue(jobs, JOBS),
                    stored.analyzers,
                    Boolean.TRUE.equals(stored.provisional));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    static TurnRecorded turn(String recorded) {
        try {
            return JSON.readValue(recorded, TurnRecorded.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was announced can be read", impossible);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts are always writable", impossible);
        }
    }
}
