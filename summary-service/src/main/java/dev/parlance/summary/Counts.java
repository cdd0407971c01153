package dev.parlance.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.SummaryEvent.Turns;
import dev.parlance.contract.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many there are of each name; names of which there are none do not appear. Ordered by name.
public record Counts(SortedMap<String, Integer> byName) {
    private static final List<String> ALWAYS_SHOWN = List.of("new_word", "long_sentence", "emotional_moment");
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
    public static Counts ofJson(String json) {
        try {
            return new Counts(json == null ? new TreeMap<>() : READER.readValue(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public String json() {
        try {
            return JSON.writeValueAsString(byName);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers are always writable", impossible);
        }
    }

    /// These as counts of turns.
    public Map<String, Turns> turns() {
        Map<String, Turns> turns = new LinkedHashMap<>();
        byName.forEach((name, count) -> turns.put(name, new Turns(count)));
        return turns;
    }

    /// These as counts of highlights: the types that every reader knows come first, 0 where there are none.
    public Map<String, Integer> highlights() {
        Map<String, Integer> highlights = new LinkedHashMap<>();
        ALWAYS_SHOWN.forEach(type -> highlights.put(type, 0));
        highlights.putAll(byName);
        return highlights;
    }
}
