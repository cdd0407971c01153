package dev.parlance.analysis.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sentences of a treebank as they were written.
///
/// @param language its primary subtag
public record GoldTexts(String language, List<String> texts) {
    private static final String TEXT = "# text = ";

    /// @param split the file's name without its ending, which begins with the language
    public static GoldTexts of(String split) {
        Path file = Path.of(System.getProperty("parlance.data"), "gold", split + ".conllu");
        try (var lines = Files.lines(file)) {
            return new GoldTexts(
                    split.substring(0, 2),
                    lines.filter(line -> line.startsWith(TEXT))
                            .map(line -> line.substring(TEXT.length()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
