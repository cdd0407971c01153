package dev.parlance.conversation.audio.retention;

import static java.util.stream.Collectors.toSet;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.RetainedAudios;
import dev.parlance.conversation.audio.recording.RetainedAudios.RetainedAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares objects and rows page by page, in the order of their keys.
@ApplicationScoped
class CompareObjects {
    private final RetainedAudios audios;
    private final ObjectStore store;
    private final AudioConfig config;

    CompareObjects(RetainedAudios audios, ObjectStore store, AudioConfig config) {
        this.audios = audios;
        this.store = store;
        this.config = config;
    }

    /// The keys to compare.
    ///
    /// @param directory of the keys, without a slash
    /// @param after     exclusive; empty for the first page
    record KeyRange(String directory, String after) {
        String prefix() {
            return directory + "/";
        }

        /// `0` is the character after `/`.
        String end() {
            return directory + "0";
        }
    }

    /// A page.
    ///
    /// @param objects number of objects
    /// @param orphans objects without a row that wants them, old enough
    /// @param missing keys of rows, old enough, whose object is not in the list
    /// @param lastKey empty on the last page
    record Comparison(int objects, List<StoredObject> orphans, List<String> missing, String lastKey) {}

    /// @param orphanAge of an object that may count as an orphan
    Comparison compare(KeyRange range, Instant now, Duration orphanAge) {
        List<StoredObject> objects =
                store.list(range.prefix(), range.after(), config.sweep().batchSize());
        boolean last = objects.size() < config.sweep().batchSize();
        String until = last ? range.end() : objects.getLast().key();
        Map<String, RetainedAudio> rows =
                audios.findBetween(range.after().isEmpty() ? range.prefix() : range.after(), until);
        return new Comparison(
                objects.size(),
                findOrphans(objects, rows, now, orphanAge),
                findMissing(objects, rows, now.minus(config.sweep().gracePeriod())),
                last ? "" : until);
    }

    private static List<StoredObject> findOrphans(
            List<StoredObject> objects, Map<String, RetainedAudio> rows, Instant now, Duration orphanAge) {
        return objects.stream()
                .filter(object -> object.storedAt().isBefore(now.minus(orphanAge)))
                .filter(object -> !rows.containsKey(object.key())
                        || !rows.get(object.key()).keepsObject(now))
                .toList();
    }

    private static List<String> findMissing(
            List<StoredObject> objects, Map<String, RetainedAudio> rows, Instant before) {
        Set<String> existing = objects.stream().map(StoredObject::key).collect(toSet());
        return rows.values().stream()
                .filter(RetainedAudio::isAvailable)
                .filter(row -> row.changedAt().isBefore(before))
                .map(RetainedAudio::key)
                .filter(key -> !existing.contains(key))
                .toList();
    }
}
