package dev.parlance.fault.fuzz;

import dev.parlance.platform.host.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The types of problems that `docs/problems.md` promises, each with its statuses.
final class ProblemTypes {
    /// HTTP's own refusals, see RFC 9457, 4.2.1.
    private static final Map<String, Set<Integer>> HTTP_REFUSALS = Map.of("about:blank", Set.of(405, 406, 415, 416));

    private static final Pattern ROW = Pattern.compile("\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\|.*");

    private final Map<String, Set<Integer>> statuses = new HashMap<>(HTTP_REFUSALS);

    private ProblemTypes() {}

    static ProblemTypes documented() {
        return read(Checkout.root().resolve("docs/problems.md"));
    }

    static ProblemTypes read(Path page) {
        var types = new ProblemTypes();
        try {
            for (String line : Files.readAllLines(page)) {
                var row = ROW.matcher(line);
                if (row.matches()) {
                    types.statuses
                            .computeIfAbsent(row.group(1), _ -> new HashSet<>())
                            .add(Integer.parseInt(row.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    boolean isDocumented(String type, int status) {
        return statuses.getOrDefault(type, Set.of()).contains(status);
    }
}
