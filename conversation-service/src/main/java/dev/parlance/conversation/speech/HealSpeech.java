package dev.parlance.conversation.speech;

import static java.util.stream.Collectors.toSet;

import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.StoreUnavailable;
import dev.parlance.conversation.store.StoredObject;
import dev.parlance.kit.outbox.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Rows and objects of speech side by side: an object that no row knows of goes, and so does a row whose object is
/// gone, which is made anew when somebody asks. Both ages are far above what a maker needs. Objects that were
/// converted go by their age, which is the sweeper's; their rows are looked at like the others. One instance at a
/// time.
@ApplicationScoped
class HealSpeech {
    private static final Logger LOG = Logger.getLogger(HealSpeech.class);
    private static final String LEASE = "speech-heal";
    private static final Duration TERM = Duration.ofMinutes(2);
    private static final Duration OLD = Duration.ofDays(1);
    private static final Duration SETTLED = Duration.ofHours(1);
    private static final String SPOKEN = "tts/";
    private static final String CONVERTED = "processed/";
    private static final String LAST = "g"; // behind every hexadecimal digit
    private static final int STEP = 500;
    private static final Pattern KEY = Pattern.compile("tts/([0-9a-f]{64})\\.[a-z0-9]+");

    private final Speeches speeches;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Clock clock;

    HealSpeech(Speeches speeches, ObjectStore store, Leases leases, MeterRegistry metrics, Clock clock) {
        this.speeches = speeches;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(
            every = "{conversation.speech.heal}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!store.isConfigured() || !leases.take(LEASE, TERM)) {
            return;
        }
        var _ = speeches.forgetOld(OLD);
        try {
            compare(SPOKEN);
            compare(CONVERTED);
        } catch (StoreUnavailable unavailable) {
            LOG.infof("event=speech-heal-waits cause=%s", unavailable.reason());
        }
    }

    private void compare(String prefix) {
        String after = "";
        while (after != null && leases.take(LEASE, TERM)) {
            after = step(prefix, after);
        }
    }

    /// @return the last key that was looked at; null when there is none left
    private String step(String prefix, String after) {
        List<StoredObject> objects = store.list(prefix, after, STEP);
        boolean last = objects.size() < STEP;
        String until = last ? prefix + LAST : objects.getLast().key();
        if (prefix.equals(SPOKEN)) {
            Instant before = clock.instant().minus(OLD);
            removeUnknown(objects.stream()
                    .filter(object -> object.storedAt().isBefore(before))
                    .toList());
        }
        String behind = after.isEmpty() ? prefix : after;
        forgetLost(speeches.between(behind, until, clock.instant().minus(SETTLED)), objects);
        return last ? null : until;
    }

    private void removeUnknown(List<StoredObject> objects) {
        Set<String> hashes = objects.stream().map(object -> hash(object.key())).collect(toSet());
        Set<String> known = speeches.known(hashes);
        for (StoredObject object : objects) {
            if (!known.contains(hash(object.key()))) {
                store.delete(object.key());
                count("orphan-object");
            }
        }
    }

    private void forgetLost(List<Speech> made, List<StoredObject> objects) {
        Set<String> there = objects.stream().map(StoredObject::key).collect(toSet());
        for (Speech speech : made) {
            if (!there.contains(speech.key()) && store.head(speech.key()).isEmpty()) {
                speeches.lost(speech);
                count("missing-object");
            }
        }
    }

    /// Of what is no speech of ours, a hash that no row has.
    private static String hash(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "00";
    }

    private void count(String what) {
        metrics.counter("parlance.speech.healed", "what", what).increment();
    }
}
