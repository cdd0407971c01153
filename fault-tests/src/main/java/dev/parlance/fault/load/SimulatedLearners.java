package dev.parlance.fault.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.fault.ledger.SimulatedTurn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Made-up learners in several time zones. Each talks in one conversation after the other; some conversations took
/// place before earlier ones, so that first uses of words move. The same seed says the same.
public final class SimulatedLearners {
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Tokyo", "Europe/Rome", "America/Los_Angeles", "Pacific/Auckland");
    private static final List<String> CHANNELS = List.of("app", "web", "voice");
    private static final int TURNS_PER_CONVERSATION = 12;
    private static final int VOCABULARY = 300;
    private static final int DAYS_BACK = 3;

    private final LoadProfile shape;
    private final int turnsPerConversation;
    private final Random random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<Integer, Conversation> conversations = new HashMap<>();
    private final Map<Integer, Integer> turnCounts = new HashMap<>();

    public SimulatedLearners(LoadProfile shape, long seed) {
        this(shape, TURNS_PER_CONVERSATION, seed);
    }

    public SimulatedLearners(LoadProfile shape, int turnsAConversation, long seed) {
        this.shape = shape;
        this.turnsPerConversation = turnsAConversation;
        this.random = new Random(seed);
    }

    private record Conversation(UUID id, Instant start, String zone, String channel, List<UUID> turns) {}

    /// The next turn of the learner of that number, counted from 0.
    public synchronized SimulatedTurn next(int learner) {
        Conversation talk = conversations.get(learner);
        if (talk == null || talk.turns().size() == turnsPerConversation) {
            talk = new Conversation(nextId(), randomStart(), pick(ZONES), pick(CHANNELS), new ArrayList<>());
            conversations.put(learner, talk);
        }
        int number = turnCounts.merge(learner, 1, Integer::sum);
        UUID turn = nextId();
        Instant occurredAt = talk.start()
                .plusSeconds(10L * talk.turns().size())
                .plusMillis(number % 1000); // hardly ever two turns of a learner at the same instant
        talk.turns().add(turn);
        return new SimulatedTurn(
                turn,
                talk.id(),
                shape.prefix() + "-" + learner,
                shape.prefix().toLowerCase(Locale.ROOT),
                talk.channel(),
                talk.zone(),
                words(1 + random.nextInt(7)),
                words(1 + random.nextInt(4)),
                occurredAt,
                500 + random.nextInt(4000));
    }

    /// The next turns of a learner, all of one conversation if so many are left of it.
    public synchronized List<SimulatedTurn> next(int learner, int count) {
        return Stream.generate(() -> next(learner)).limit(count).toList();
    }

    private UUID nextId() {
        // Two tests of one seed may meet in one installation: their ids must not.
        String name = shape.prefix() + random.nextLong() + random.nextLong();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private Instant randomStart() {
        return now.minus(Duration.ofHours(1)).minusSeconds(random.nextInt(DAYS_BACK * 86_400));
    }

    private List<String> words(int count) {
        return Stream.generate(() -> "w%05d".formatted(randomWord()))
                .limit(count)
                .toList();
    }

    /// A few words are frequent, most are rare.
    private int randomWord() {
        return (int) (VOCABULARY * Math.pow(random.nextDouble(), 2));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
