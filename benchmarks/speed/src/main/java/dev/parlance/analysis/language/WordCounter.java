package dev.parlance.analysis.language;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Counts words, so that JMH reports words per second.
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class WordCounter {
    public long words;
}
