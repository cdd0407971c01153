package dev.parlance.conversation;

import static dev.parlance.kit.testing.KnownBreach.ofTable;
import static java.util.Map.entry;

import dev.parlance.kit.testing.ArchitectureRules;
import dev.parlance.kit.testing.KnownBreach;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dependencies between the packages of this service.
class ArrowsTest extends ArchitectureRules {
    private static final Map<String, Set<String>> AREAS = Map.of(
            "stream", Set.of(),
            "dialogue", Set.of("stream"),
            "channel", Set.of("dialogue", "stream"),
            "audio", Set.of("dialogue"),
            "speech", Set.of("audio", "dialogue"),
            "operations", Set.of("dialogue"));

    private static final Map<String, String> TABLE_OWNERS = Map.ofEntries(
            entry("conversation", "dialogue.conversation"),
            entry("turn", "dialogue.turn"),
            entry("idempotent_answer", "dialogue.http"),
            entry("analyzed_turn", "dialogue.analysis"),
            entry("live_learner", "stream.event"),
            entry("live_event", "stream.event"),
            entry("installation", "audio.bucket"),
            entry("audio", "audio.recording"),
            entry("audio_sweep", "audio.retention"),
            entry("speech", "speech.cache"),
            entry("speech_spent", "speech.synthesis"),
            entry("transcription", "speech.transcription"),
            entry("reconciled_until", "operations.reconciliation"),
            entry("reconciled_day", "operations.reconciliation"),
            entry("unanalysed_turn", "operations.reconciliation"));

    private static final List<KnownBreach> KNOWN = List.of(
            ofTable(
                    "dialogue.turn.AnalysisCoverage",
                    "analyzed_turn",
                    "compares turns with their analyses in one query"),
            ofTable("dialogue.turn.PublishedTurns", "conversation", "joins a turn with the data of its conversation"),
            ofTable("dialogue.turn.LearnerTurns", "conversation", "finds a learner's turns by their conversations"),
            ofTable("dialogue.turn.TurnStatistics", "conversation", "groups turns by the data of their conversations"));

    ArrowsTest() {
        super("dev.parlance.conversation", AREAS, TABLE_OWNERS, KNOWN);
    }
}
