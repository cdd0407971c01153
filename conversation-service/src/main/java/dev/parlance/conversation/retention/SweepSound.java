package dev.parlance.conversation.retention;

import dev.parlance.conversation.audio.AudioConfig;
import dev.parlance.conversation.retention.KeptSounds.Due;
import dev.parlance.conversation.retention.KeptSounds.Row;
import dev.parlance.conversation.retention.Sweep.Found;
import dev.parlance.conversation.retention.Sweep.Phase;
import dev.parlance.conversation.retention.Sweep.Progress;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One step of cleaning up. Objects go before their rows say so: a step that breaks off in between is done once
/// more, and finds nothing wrong with an object that is gone already.
@ApplicationScoped
class SweepSound {
    private final KeptSounds sounds;
    private final ObjectStore store;
    private final AudioConfig config;
    private final Clock clock;

    SweepSound(KeptSounds sounds, ObjectStore store, AudioConfig config, Clock clock) {
        this.sounds = sounds;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    Progress step(Sweep sweep) {
        return switch (sweep.phase()) {
            case EXPIRY -> sweep.dryRun() ? countDue(sweep) : expire(sweep);
            case RAW -> compare(sweep, Phase.PROCESSED, config.sweep().grace());
            // What others have made of sound may have no row: then its age decides.
            case PROCESSED -> compare(sweep, null, config.retention().processed());
        };
    }

    private Progress countDue(Sweep sweep) {
        var found = Found.NOTHING;
        for (Due due : sounds.countDue(sweep.startedAt())) {
            found = found.and(
                    due.available()
                            ? new Found(due.rows(), 0, due.rows(), 0, 0, due.bytes())
                            : new Found(due.rows(), due.rows(), 0, 0, 0, 0));
        }
        return new Progress(found, Phase.RAW, "");
    }

    private Progress expire(Sweep sweep) {
        List<Row> due = sounds.due(sweep.startedAt(), config.sweep().step());
        var found = Found.NOTHING;
        List<String> abandoned = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        for (Row row : due) {
            store.delete(row.key());
            (row.isAvailable() ? expired : abandoned).add(row.key());
            found = found.and(
                    row.isAvailable() ? new Found(1, 0, 1, 0, 0, row.sizeBytes()) : new Found(1, 1, 0, 0, 0, 0));
        }
        sounds.expire(expired, Set.of("available"), "retention");
        // One that has been told of meanwhile is looked at, and found missing, by others.
        sounds.expire(abandoned, Set.of("pending"), "never-told");
        return new Progress(found, due.isEmpty() ? Phase.RAW : Phase.EXPIRY, "");
    }

    /// Objects and rows side by side, in the order of their keys.
    private Progress compare(Sweep sweep, Phase next, Duration orphanAge) {
        String prefix = sweep.phase().prefix();
        String after = sweep.place().isEmpty() ? prefix : sweep.place();
        List<StoredObject> objects =
                store.list(prefix, sweep.place(), config.sweep().step());
        boolean last = objects.size() < config.sweep().step();
        String until = last ? sweep.phase().end() : objects.getLast().key();
        Map<String, Row> rows = sounds.between(after, until);
        Instant now = clock.instant();
        Found found = orphans(sweep, objects, rows, now.minus(orphanAge))
                .and(missing(sweep, objects, rows, now.minus(config.sweep().grace())))
                .and(new Found(objects.size(), 0, 0, 0, 0, 0));
        return new Progress(found, last ? next : sweep.phase(), last ? "" : until);
    }

    private Found orphans(Sweep sweep, List<StoredObject> objects, Map<String, Row> rows, Instant before) {
        var found = Found.NOTHING;
        for (StoredObject object : objects) {
            Row row = rows.get(object.key());
            boolean orphan = (row == null || !row.isLive()) && object.storedAt().isBefore(before);
            if (orphan) {
                if (!sweep.dryRun()) {
                    store.delete(object.key());
                }
                found = found.and(new Found(0, 0, 0, 1, 0, object.size()));
            }
        }
        return found;
    }

    private Found missing(Sweep sweep, List<StoredObject> objects, Map<String, Row> rows, Instant before) {
        Set<String> there = new HashSet<>();
        objects.forEach(object -> there.add(object.key()));
        List<String> gone = rows.values().stream()
                .filter(Row::isAvailable)
                .filter(row -> row.changedAt().isBefore(before))
                .map(Row::key)
                .filter(key -> !there.contains(key))
                .filter(key -> store.head(key).isEmpty())
                .toList();
        if (!sweep.dryRun()) {
            sounds.expire(gone, Set.of("available"), "object-missing");
        }
        return new Found(0, 0, 0, 0, gone.size(), 0);
    }
}
