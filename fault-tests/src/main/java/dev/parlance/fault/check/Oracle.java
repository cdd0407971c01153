package dev.parlance.fault.check;

import dev.parlance.fault.check.ServiceTables.DayKey;
import dev.parlance.fault.check.ServiceTables.DayRow;
import dev.parlance.fault.check.ServiceTables.ModuleKey;
import dev.parlance.fault.check.ServiceTables.ModuleRow;
import dev.parlance.fault.check.ServiceTables.WordKey;
import dev.parlance.fault.check.ServiceTables.WordRow;
import dev.parlance.fault.ledger.SimulatedTurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// What words, days and modules must be, by the set of turns alone. Written without a look at how services compute it.
final class Oracle {
    private final List<SimulatedTurn> turns;
    private final Map<WordKey, WordRow> words = new HashMap<>();
    private final Map<UUID, Integer> newWords = new HashMap<>();

    Oracle(List<SimulatedTurn> turns) {
        this.turns = turns.stream()
                .sorted(Comparator.comparing(SimulatedTurn::occurredAt)
                        .thenComparing(said -> said.conversation().toString())
                        .thenComparing(said -> said.turn().toString()))
                .toList();
        this.turns.forEach(this::addTurn);
    }

    Map<WordKey, WordRow> words() {
        return words;
    }

    Map<DayKey, DayRow> days() {
        Map<DayKey, DayRow> days = new HashMap<>();
        turns.stream()
                .collect(Collectors.groupingBy(said -> new DayKey(said.learner(), said.date())))
                .forEach((key, said) -> days.put(key, day(said)));
        return days;
    }

    Map<ModuleKey, ModuleRow> modules() {
        Map<ModuleKey, ModuleRow> modules = new HashMap<>();
        turns.stream()
                .collect(Collectors.groupingBy(said -> new ModuleKey(said.module(), said.date())))
                .forEach((key, said) -> modules.put(
                        key,
                        new ModuleRow(
                                said.size(),
                                distinct(said, SimulatedTurn::conversation),
                                distinct(said, SimulatedTurn::learner),
                                sum(said, one -> one.words().size()),
                                sum(said, one -> newWords.get(one.turn())),
                                sum(said, SimulatedTurn::durationMs))));
        return modules;
    }

    /// Turns come in order of time, so the first to say a word is its first use.
    private void addTurn(SimulatedTurn said) {
        Set<String> fresh = new HashSet<>();
        for (String word : said.words()) {
            words.compute(new WordKey(said.learner(), word), (_, known) -> {
                if (known == null) {
                    fresh.add(word);
                    return new WordRow(1, said.occurredAt(), said.turn(), said.occurredAt());
                }
                return new WordRow(known.count() + 1, known.firstSeenAt(), known.firstTurn(), said.occurredAt());
            });
        }
        newWords.put(said.turn(), fresh.size());
    }

    private DayRow day(List<SimulatedTurn> said) {
        var all = new ArrayList<String>();
        said.forEach(one -> all.addAll(one.words()));
        return new DayRow(
                said.size(),
                distinct(said, SimulatedTurn::conversation),
                all.size(),
                sum(said, one -> one.replyWords().size()),
                Set.copyOf(all).size(),
                sum(said, one -> newWords.get(one.turn())),
                said.size(),
                sum(said, SimulatedTurn::durationMs),
                said.getLast().timeZone());
    }

    private static int sum(List<SimulatedTurn> said, ToIntFunction<SimulatedTurn> of) {
        return said.stream().mapToInt(of).sum();
    }

    private static int distinct(List<SimulatedTurn> said, Function<SimulatedTurn, ?> of) {
        return (int) said.stream().map(of).distinct().count();
    }
}
