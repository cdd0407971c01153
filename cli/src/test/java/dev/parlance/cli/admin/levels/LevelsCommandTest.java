package dev.parlance.cli.admin.levels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LevelsCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    @TempDir
    Path folder;

    @Test
    void eachListOfAFileIsReplacedAsAWhole() throws IOException {
        Path file = file("""
                \uFEFFscheme,language,lemma,level,note
                JLPT,ja,りんご,N5,"red, round"
                CEFR,en,apple,A1,
                JLPT,ja,林檎,N3,kanji
                """);
        assertThat(run("import", file.toString())).isZero();
        assertThat(trial.service.requests)
                .containsExactly(
                        "POST /v1/admin/levels:batch {\"language\":\"ja\",\"scheme\":\"JLPT\",\"words\":"
                                + "[{\"lemma\":\"りんご\",\"level\":\"N5\"},{\"lemma\":\"林檎\",\"level\":\"N3\"}]}",
                        "POST /v1/admin/levels:batch {\"language\":\"en\",\"scheme\":\"CEFR\",\"words\":"
                                + "[{\"lemma\":\"apple\",\"level\":\"A1\"}]}");
        assertThat(trial.out.toString()).isEqualTo("JLPT of ja: 2 words.\nCEFR of en: 1 words.\n");
    }

    @Test
    void aTenantsListAppliesOnlyToThatTenant() throws IOException {
        Path file = file("language,lemma,level,scheme\nen,apple,B2,CEFR\n");
        assertThat(run("import", file.toString(), "--tenant", "kids")).isZero();
        assertThat(run("remove", "en", "CEFR", "--tenant", "kids")).isZero();
        assertThat(trial.service.requests)
                .containsExactly(
                        "POST /v1/admin/levels:batch {\"language\":\"en\",\"scheme\":\"CEFR\",\"words\":"
                                + "[{\"lemma\":\"apple\",\"level\":\"B2\"}],\"tenant\":\"kids\"}",
                        "DELETE /v1/admin/levels/en/CEFR?tenant=kids");
    }

    @Test
    void anIncompleteLineIsNamedAndNothingIsImported() throws IOException {
        Path file = file("language,lemma,level,scheme\nen,apple,A1,CEFR\nen,pear,,CEFR\n");
        assertThat(run("import", file.toString())).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("Line 3 has no level", "language,lemma,level,scheme");
        assertThat(trial.service.requests).isEmpty();
    }

    @Test
    void aFileThatIsNotAListIsRefusedWithARemedy() throws IOException {
        assertThat(run("import", folder.resolve("none.csv").toString())).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("There is no file");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, new byte[] {'l', (byte) 0xE9, '\n'});
        assertThat(run("import", latin.toString())).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("not UTF-8", "iconv");
        assertThat(run("import", file("language,lemma,level,scheme\n").toString()))
                .isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("holds no words");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("levels.csv"), text, UTF_8);
    }

    private int run(String command, String... arguments) {
        return trial.run(List.of("levels", command), arguments);
    }
}
