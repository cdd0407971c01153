package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "up --bogus",
                "up --only everything",
                "up --port-kafka many",
                "import",
                "import /no/such/file",
                "import --rate fast x",
                "logs",
                "logs nobody",
                "chat --url nonsense",
                "republish",
                "republish --stage summary",
                "republish --stage analysis --url nonsense",
                "quarantine frob",
                "quarantine list --status lost",
                "quarantine list --limit 0",
                "quarantine list --url http://localhost:8080",
                "quarantine retry",
                "quarantine show",
                "quarantine discard nonsense",
                "bench --bogus",
                "frob"
            })
    void aUsageErrorIsReportedInOneSentence(String arguments) {
        int exitCode = run(arguments.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().strip()).isNotEmpty().doesNotContain("\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "up --help",
                "demo --help",
                "import --help",
                "tail --help",
                "chat --help",
                "status --help",
                "republish --help",
                "quarantine --help",
                "quarantine discard --help",
                "bench --help"
            })
    void helpNamesTheExitCodes(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: parlance", "Exit codes:");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Parlance ").hasLineCount(1);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
