package dev.parlance.fault.fuzz.request;

import java.util.List;
import java.util.Random;

/// Spoils one part of a request.
@FunctionalInterface
interface Mutation {
    void apply(RequestDraft draft, Random random);

    /// Those that make sense for a request: each kind of part has the same weight, however many there are of it.
    static Mutation pick(RequestDraft draft, Random random) {
        List<Mutation> head = HeadMutations.ALL;
        if (draft.operation().body().isEmpty()) {
            return HostileValues.pick(head, random);
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> HostileValues.pick(head, random);
            case 2 -> HostileValues.pick(ByteMutations.ALL, random);
            default -> HostileValues.pick(JsonMutations.ALL, random);
        };
    }
}
