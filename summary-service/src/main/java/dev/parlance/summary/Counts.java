package dev.parlance.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.event.SummaryEvent.Turns;
import dev.parlance.contract.json.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A count for each name, ordered by name. Names with a count of 0 are left out.
public record Counts(SortedMap<String, Integer> byName) {
    private static final List<String> KNOWN_HIGHLIGHT_TYPES = List.of("new_word", "long_sentence", "emotional_moment");
    private static final JsonMapper JSON = WireJson.mapper();
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<TreeMap<String, Integer>>() {});

    public Counts {
        byName = new TreeMap<>(byName);
        byName.values().removeIf(count -> count == 0);
    }

    /// How often each name occurs.
    public static Counts of(List<String> names) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return new Counts(counts);
    }

    /// @param json an object of numbers, or null for none
    public static Counts fromJson(String json) {
        try {
            return new Counts(json == null ? new TreeMap<>() : READER.readValue(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored counts are valid JSON", impossible);
        }
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(byName);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("counts are always valid JSON", impossible);
        }
    }

    /// The counts as counts of turns.
    public Map<String, Turns> turns() {
        Map<String, Turns> turns = new LinkedHashMap<>();
        byName.forEach((name, count) -> turns.put(name, new Turns(count)));
        return turns;
    }

    /// The counts as counts of highlights: the known types come first, with 0 if there are none.
    public Map<String, Integer> highlights() {
        Map<String, Integer> highlights = new LinkedHashMap<>();
        KNOWN_HIGHLIGHT_TYPES.forEach(type -> highlights.put(type, 0));
        highlights.putAll(byName);
        return highlights;
    }
}
