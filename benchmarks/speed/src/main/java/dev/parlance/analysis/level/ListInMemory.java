package dev.parlance.analysis.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One list of English words with their levels, without a database.
public final class ListInMemory extends LevelLists {
    private static final String LANGUAGE = "en";

    private final Map<String, String> levelByWord;

    private ListInMemory(Map<String, String> words) {
        super(null, null);
        this.levelByWord = words;
    }

    /// Levels by the CEFR-J vocabulary profile.
    public static LevelLookup cefrLevels() {
        Path file = Path.of(System.getProperty("parlance.data"), "levels", "cefrj-cefrj-vocabulary-profile-1.5.csv");
        Map<String, String> words = new HashMap<>();
        try (var lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(columns -> {
                for (String word : columns[0].split("/", -1)) {
                    words.putIfAbsent(word, columns[2]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var levels = new LevelLookup(new ListInMemory(words));
        levels.refresh();
        return levels;
    }

    @Override
    List<LevelList> list() {
        return List.of(new LevelList(ALL_TENANTS, LANGUAGE, "CEFR", levelByWord.size(), 1, Instant.EPOCH));
    }

    @Override
    Map<String, Map<String, Map<String, String>>> findLevels() {
        return Map.of(ALL_TENANTS, Map.of(LANGUAGE, levelByWord));
    }
}
