package dev.parlance.analysis.language;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Closed classes of Chinese, from the reviewed table `words/chinese.tsv`.
final class ChineseClasses {
    private static final Map<String, Set<String>> CLASSES = read();

    private ChineseClasses() {}

    static final Set<String> SUFFIXES = CLASSES.get("suffix");
    static final Set<String> PREFIXES = CLASSES.get("prefix");
    static final Set<String> WHOLE = CLASSES.get("whole");
    static final Set<String> SURNAMES = CLASSES.get("surname");
    static final Set<String> CLASSIFIERS = CLASSES.get("classifier");
    static final Set<String> GRADED = CLASSES.get("graded");
    static final Set<String> TRANSCRIBING = CLASSES.get("transcribing");
    static final Set<String> MODALS = CLASSES.get("modal");
    static final Set<String> COPULAS = CLASSES.get("copula");
    static final Set<String> DETERMINERS = CLASSES.get("determiner");
    static final Set<String> COORDINATORS = CLASSES.get("coordinator");
    static final Set<String> LOCALIZERS = CLASSES.get("localizer");
    static final Set<String> GREETINGS = CLASSES.get("greeting");
    static final Set<String> ADVERBS = CLASSES.get("adverb");

    private static Map<String, Set<String>> read() {
        return Table.rows("/words/chinese.tsv", 2).stream()
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(" ", -1))));
    }
}
