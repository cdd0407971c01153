package dev.parlance.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory;

    @Test
    void theLastLinesAreShown() throws IOException {
        assertThat(last(2, "one\ntwo\nthree\n")).containsExactly("two", "three");
        assertThat(last(2, "one\ntwo\nunfini")).containsExactly("two", "unfini");
        assertThat(last(9, "one\ntwo\n")).containsExactly("one", "two");
        assertThat(last(0, "one\ntwo\n")).isEmpty();
        assertThat(last(3, "")).isEmpty();
    }

    @Test
    void aLongLogIsReadFromItsEnd() throws IOException {
        assertThat(last(2, "りんごがたべたい\n".repeat(20_000) + "the end\n")).containsExactly("りんごがたべたい", "the end");
    }

    @Test
    void aLogBelongsToOneRunAndThePreviousOneIsKept() throws IOException {
        Path log = Files.writeString(directory.resolve("some.log"), "before");

        new LogFile(log).rotate();

        assertThat(log).doesNotExist();
        assertThat(directory.resolve("some.log.1")).hasContent("before");
    }

    private List<String> last(int lines, String text) throws IOException {
        List<String> shown = new ArrayList<>();
        new LogFile(Files.writeString(directory.resolve("some.log"), text)).showLast(lines, shown::add);
        return shown;
    }
}
