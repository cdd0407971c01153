package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// What the generated requests are about: a few learners, conversations and turns that exist. The same seed gives the
/// same ids.
///
/// @param now the times of generated turns are in the three days before it
public record FuzzData(long seed, Instant now) {
    /// Part of every text that is sent as a value: no error may contain it.
    public static final String MARKER = "qzx9";

    private static final int LEARNERS = 6;
    private static final int CONVERSATIONS = 12;
    private static final int TURNS = 4;
    private static final int SECONDS_BACK = 3 * 86_400;

    public FuzzData {
        now = now.truncatedTo(ChronoUnit.DAYS);
    }

    List<UUID> conversations() {
        return IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> id("conversation", number))
                .toList();
    }

    List<UUID> turns(int conversation) {
        return IntStream.range(0, TURNS)
                .mapToObj(number -> id("turn", conversation * TURNS + number))
                .toList();
    }

    /// A learner of none of the loads, so that no invariant counts what these requests store.
    String learner(int number) {
        return "fuzz-" + Math.floorMod(number, LEARNERS);
    }

    UUID conversation(Random random) {
        return conversations().get(random.nextInt(CONVERSATIONS));
    }

    /// One that exists, as often as not.
    UUID turn(Random random) {
        return random.nextBoolean()
                ? id("turn", random.nextInt(CONVERSATIONS * TURNS))
                : new UUID(random.nextLong(), random.nextLong());
    }

    Instant instant(Random random) {
        return now.minusSeconds(random.nextInt(SECONDS_BACK));
    }

    private UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes(
                "fuzz %d %s %d".formatted(seed, kind, number).getBytes(UTF_8));
    }
}
