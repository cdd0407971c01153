package dev.parlance.summary.projection;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.summary.TurnAnalyzedBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A day of up to 40 events, some of them corrections of earlier ones, and its deliveries in random batches.
/// Everything follows from the seed.
final class RandomDay {
    private static final int MAX_EVENTS = 40;
    private static final Instant EVENING = Instant.parse("2026-11-20T18:00:00Z");
    private static final String[] MODULES = {"english", "math", null};
    private static final String[] CHANNELS = {"app", "voice"};
    private static final String[] ZONES = {"UTC", "Asia/Tokyo", "America/Lima"};
    private static final String[] WORDS = {"sun", "moon", "star", "sea", "tree", "bird", "fish", "stone"};
    private static final String[] HIGHLIGHT_TYPES = {"long_sentence", "emotional_moment", "pause"};

    private final long seed;

    RandomDay(long seed) {
        this.seed = seed;
    }

    /// The day's events in the order in which they were published, for this tenant.
    List<TurnAnalyzed> inOrder(String tenant) {
        var random = new Random(seed);
        List<TurnAnalyzed> events = new ArrayList<>();
        int conversations = 1 + random.nextInt(5);
        int turns = conversations + random.nextInt(20);
        for (int number = 1; number <= turns; number++) {
            int conversation = random.nextInt(conversations);
            int revisions = 1 + random.nextInt(3);
            for (int revision = 1; revision <= revisions && events.size() < MAX_EVENTS; revision++) {
                events.add(event(tenant, conversation, number, revision, random));
            }
        }
        return events;
    }

    /// The same events in batches: in another order, some twice, a part of them redelivered.
    ///
    /// @param delivery a number; each gives another delivery
    List<List<TurnAnalyzed>> inRandomBatches(String tenant, long delivery) {
        var random = new Random(seed * 31 + delivery);
        List<TurnAnalyzed> events =
                random.nextInt(3) == 0 ? shuffled(inOrder(tenant), random) : interleaved(tenant, random);
        for (TurnAnalyzed event : List.copyOf(events)) {
            if (random.nextInt(4) == 0) {
                events.add(random.nextInt(events.size() + 1), event);
            }
        }
        if (random.nextBoolean()) { // as after a crash: from an earlier offset on
            events.addAll(List.copyOf(events.subList(random.nextInt(events.size()), events.size())));
        }
        return batches(events, 1 + random.nextInt(8), random);
    }

    private static TurnAnalyzed event(String tenant, int conversation, int number, int revision, Random random) {
        boolean moved = revision > 1 && random.nextInt(5) == 0;
        int group = moved ? random.nextInt(3) : conversation;
        TurnAnalyzedBuilder turn = TurnAnalyzedBuilder.by(
                        "learner-" + (moved && random.nextInt(4) == 0 ? random.nextInt(3) : conversation % 3))
                .ofTenant(tenant)
                .in("c" + conversation, number)
                .revision(revision)
                .status(random.nextInt(5) == 0 ? "partial" : "completed")
                .module(MODULES[group % MODULES.length])
                .channel(CHANNELS[group % CHANNELS.length])
                .at(EVENING.plus(Duration.ofMinutes(17L * number)).toString(), ZONES[group % ZONES.length])
                .lasting(random.nextInt(4) == 0 ? null : random.nextInt(5_000))
                .sentences(random.nextInt(4))
                .replyWords(random.nextInt(20));
        for (int words = random.nextInt(5); words > 0; words--) {
            String word = WORDS[random.nextInt(WORDS.length)];
            if (random.nextInt(4) == 0) {
                turn.sayingFirst(word);
            } else {
                turn.saying(word);
            }
        }
        if (random.nextInt(3) == 0) {
            turn.highlighted(HIGHLIGHT_TYPES[random.nextInt(HIGHLIGHT_TYPES.length)]);
        }
        return turn.build();
    }

    private static List<TurnAnalyzed> shuffled(List<TurnAnalyzed> events, Random random) {
        Collections.shuffle(events, random);
        return events;
    }

    /// The turns of each conversation in order, the conversations interleaved at random.
    private List<TurnAnalyzed> interleaved(String tenant, Random random) {
        List<List<TurnAnalyzed>> conversations = new ArrayList<>();
        inOrder(tenant).stream()
                .collect(Collectors.groupingBy(TurnAnalyzed::conversationId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(conversation -> conversations.add(new ArrayList<>(conversation)));
        List<TurnAnalyzed> events = new ArrayList<>();
        while (!conversations.isEmpty()) {
            List<TurnAnalyzed> conversation = conversations.get(random.nextInt(conversations.size()));
            events.add(conversation.removeFirst());
            if (conversation.isEmpty()) {
                conversations.remove(conversation);
            }
        }
        return events;
    }

    private static List<List<TurnAnalyzed>> batches(List<TurnAnalyzed> events, int count, Random random) {
        List<List<TurnAnalyzed>> batches = new ArrayList<>();
        int from = 0;
        for (int left = count; left > 1; left--) {
            int to = Math.min(events.size(), from + random.nextInt(2 * events.size() / count + 1));
            batches.add(events.subList(from, to));
            from = to;
        }
        batches.add(events.subList(from, events.size()));
        return batches;
    }
}
