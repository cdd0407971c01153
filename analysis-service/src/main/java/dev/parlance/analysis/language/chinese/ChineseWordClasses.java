package dev.parlance.analysis.language.chinese;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Closed classes of Chinese, from the reviewed table `words/chinese.tsv`.
final class ChineseWordClasses {
    private static final Map<String, Set<String>> WORD_CLASSES = read();

    private ChineseWordClasses() {}

    static final Set<String> SUFFIXES = WORD_CLASSES.get("suffix");
    static final Set<String> PREFIXES = WORD_CLASSES.get("prefix");
    static final Set<String> UNSPLIT_WORDS = WORD_CLASSES.get("whole");
    static final Set<String> SURNAMES = WORD_CLASSES.get("surname");
    static final Set<String> CLASSIFIERS = WORD_CLASSES.get("classifier");
    static final Set<String> GRADABLE_ADJECTIVES = WORD_CLASSES.get("graded");
    static final Set<String> TRANSLITERATION_CHARACTERS = WORD_CLASSES.get("transcribing");
    static final Set<String> MODALS = WORD_CLASSES.get("modal");
    static final Set<String> COPULAS = WORD_CLASSES.get("copula");
    static final Set<String> DETERMINERS = WORD_CLASSES.get("determiner");
    static final Set<String> COORDINATORS = WORD_CLASSES.get("coordinator");
    static final Set<String> LOCALIZERS = WORD_CLASSES.get("localizer");
    static final Set<String> GREETINGS = WORD_CLASSES.get("greeting");
    static final Set<String> ADVERBS = WORD_CLASSES.get("adverb");

    private static Map<String, Set<String>> read() {
        return TsvResource.rows("/words/chinese.tsv", 2).stream()
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(" ", -1))));
    }
}
