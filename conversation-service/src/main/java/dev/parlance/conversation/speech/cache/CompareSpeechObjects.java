package dev.parlance.conversation.speech.cache;

import static java.util.stream.Collectors.toSet;

import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.kit.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares objects and rows of speech page by page: first what engines made (`tts/`), then what was converted
/// (`processed/`). Both minimum ages are by the database's clock, and far above the time that a worker needs.
@ApplicationScoped
class CompareSpeechObjects {
    private static final Duration ORPHAN_MIN_AGE = Duration.ofDays(1);
    private static final Duration ROW_MIN_AGE = Duration.ofHours(1);
    private static final String SPOKEN_PREFIX = "tts/";
    private static final String CONVERTED_PREFIX = "processed/";
    private static final String AFTER_LAST_HEX_DIGIT = "g"; // behind every hexadecimal digit
    private static final int BATCH_SIZE = 500;
    private static final Pattern SPOKEN_KEY = Pattern.compile("tts/([0-9a-f]{64})\\.[a-z0-9]+");

    private final Speeches speeches;
    private final ObjectStore store;
    private final DatabaseClock clock;

    CompareSpeechObjects(Speeches speeches, ObjectStore store, DatabaseClock clock) {
        this.speeches = speeches;
        this.store = store;
        this.clock = clock;
    }

    /// A page.
    ///
    /// @param lastKey empty on the last page of this prefix
    /// @param orphans objects without a row, old enough
    /// @param missing rows, old enough, whose object is not in the list
    record Comparison(
            String prefix,
            String lastKey,
            List<StoredObject> objects,
            List<StoredObject> orphans,
            List<Speech> missing) {}

    Comparison first() {
        return compare(SPOKEN_PREFIX, "");
    }

    /// @return empty after the last page
    Optional<Comparison> next(Comparison page) {
        if (!page.lastKey().isEmpty()) {
            return Optional.of(compare(page.prefix(), page.lastKey()));
        }
        return page.prefix().equals(SPOKEN_PREFIX) ? Optional.of(compare(CONVERTED_PREFIX, "")) : Optional.empty();
    }

    private Comparison compare(String prefix, String after) {
        List<StoredObject> objects = store.list(prefix, after, BATCH_SIZE);
        boolean last = objects.size() < BATCH_SIZE;
        String until = last ? prefix + AFTER_LAST_HEX_DIGIT : objects.getLast().key();
        Instant now = clock.instant();
        return new Comparison(
                prefix,
                last ? "" : until,
                objects,
                prefix.equals(SPOKEN_PREFIX) ? findOrphans(objects, now.minus(ORPHAN_MIN_AGE)) : List.of(),
                findMissing(after.isEmpty() ? prefix : after, until, objects, now.minus(ROW_MIN_AGE)));
    }

    private List<StoredObject> findOrphans(List<StoredObject> objects, Instant before) {
        List<StoredObject> old = objects.stream()
                .filter(object -> object.storedAt().isBefore(before))
                .toList();
        Set<String> known = speeches.findKnownHashes(
                old.stream().map(object -> hash(object.key())).collect(toSet()));
        return old.stream()
                .filter(object -> !known.contains(hash(object.key())))
                .toList();
    }

    private List<Speech> findMissing(String from, String until, List<StoredObject> objects, Instant before) {
        Set<String> existing = objects.stream().map(StoredObject::key).collect(toSet());
        return speeches.findMadeBetween(from, until, before).stream()
                .filter(speech -> !existing.contains(speech.key()))
                .toList();
    }

    /// For keys of another form a hash that no row has.
    private static String hash(String key) {
        Matcher matcher = SPOKEN_KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "00";
    }
}
