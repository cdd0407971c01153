package dev.parlance.analysis.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sentences of a treebank as raw text.
///
/// @param language its primary subtag
public record TreebankTexts(String language, List<String> texts) {
    private static final String TEXT_COMMENT_PREFIX = "# text = ";

    /// @param split the file's name without extension; starts with the language code
    public static TreebankTexts load(String split) {
        Path file = Path.of(System.getProperty("parlance.data"), "gold", split + ".conllu");
        try (var lines = Files.lines(file)) {
            return new TreebankTexts(
                    split.substring(0, 2),
                    lines.filter(line -> line.startsWith(TEXT_COMMENT_PREFIX))
                            .map(line -> line.substring(TEXT_COMMENT_PREFIX.length()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
