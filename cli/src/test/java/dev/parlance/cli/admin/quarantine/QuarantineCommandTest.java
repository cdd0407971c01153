package dev.parlance.cli.admin.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.http.FakeService;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    private final StringWriter out = trial.out;
    private final StringWriter err = trial.err;
    private final FakeService service = trial.service;

    @Test
    void allWaitingRecordsAreListedAsATable() {
        for (int at = 0; at < 5; at++) {
            service.addQuarantineEntry("not JSON at byte " + at, new byte[0]);
        }
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(6)
                .element(5)
                .asString()
                .contains("00000000-0000-0007-0000-000000000004", "summary-service", "not JSON at byte 4", "waiting");
        assertThat(service.requests).hasSize(3).first().asString().contains("status=waiting");
    }

    @Test
    void furtherRecordsBeyondTheLimitAreMentioned() {
        for (int at = 0; at < 3; at++) {
            service.addQuarantineEntry("broken", new byte[0]);
        }
        assertThat(run("list", "--limit", "2", "--json", "--status", "all")).isZero();
        assertThat(out.toString()).contains("\"service\" : \"summary-service\"", "\"offset\" : 18");
        assertThat(err.toString()).contains("There are more");
    }

    @Test
    void anEmptyQuarantineIsReported() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is in quarantine.\n");
    }

    @Test
    void aValueIsShownAsJsonElseAsTextElseAsBytes() {
        String json = service.addQuarantineEntry("a field is missing", "{\"tenant\":\"りんご\"}".getBytes(UTF_8));
        String text = service.addQuarantineEntry("not JSON", "{\"broken\u001b[2J".getBytes(UTF_8));
        String bytes = service.addQuarantineEntry("not JSON", new byte[] {(byte) 0xFF, 'a', 0});
        String none = service.addQuarantineEntry("the record has no value", null);
        assertThat(shown(json)).contains("reason          a field is missing", "ce_type", "\"tenant\" : \"りんご\"");
        assertThat(shown(text)).contains("{\"broken\\u001b[2J");
        assertThat(shown(bytes)).contains("00000000  ff 61 00", ".a.");
        assertThat(shown(none)).contains("(no value)");
    }

    @Test
    void aRecordThatIsStillUnreadableIsReported() {
        String readable = service.addQuarantineEntry("broken", new byte[0]);
        service.readable.put(readable, true);
        String broken = service.addQuarantineEntry("still broken", new byte[0]);
        assertThat(run("retry", readable, broken)).isEqualTo(CommandFailure.FAILED);
        assertThat(out.toString()).isEqualTo("1 of 2 records were read.\n");
        assertThat(err.toString()).contains(broken + " still cannot be read by summary-service: still broken");
        service.readable.put(broken, true);
        assertThat(run("retry", "--all")).isZero();
        assertThat(out.toString()).endsWith("1 of 1 records were read.\n");
    }

    @Test
    void nothingIsDiscardedWithoutConfirmation() {
        String id = service.addQuarantineEntry("broken", new byte[0]);
        assertThat(run("discard", id)).isEqualTo(CommandFailure.USAGE);
        assertThat(err.toString()).contains("--yes");
        assertThat(run("discard", id, "--yes")).isZero();
        assertThat(service.quarantine.get(id).get("status").asText()).isEqualTo("discarded");
    }

    @Test
    void onATerminalOnlyYesDiscards() throws IOException {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), true);
        for (String no : List.of("", "\n", "n\n", "yesterday\n")) {
            assertThat(QuarantineDiscardCommand.confirm(
                            terminal, List.of(), new ByteArrayInputStream(no.getBytes(UTF_8))))
                    .isFalse();
        }
        assertThat(QuarantineDiscardCommand.confirm(
                        terminal, List.of(), new ByteArrayInputStream("Y\n".getBytes(UTF_8))))
                .isTrue();
    }

    @Test
    void anUnknownIdFailsTheCommandBeforeAnyChange() {
        String known = service.addQuarantineEntry("broken", new byte[0]);
        assertThat(run("discard", "--yes", known, UUID.randomUUID().toString())).isEqualTo(CommandFailure.FAILED);
        assertThat(err.toString().strip())
                .contains("No record in quarantine has the id")
                .doesNotContain("\n");
        assertThat(service.quarantine.get(known).get("status").asText()).isEqualTo("waiting");
    }

    @Test
    void anInvalidIdIsAUsageError() {
        for (String command : List.of("show", "retry", "discard")) {
            assertThat(run(command, "nonsense")).isEqualTo(CommandFailure.USAGE);
        }
        assertThat(run("retry")).isEqualTo(CommandFailure.USAGE);
        assertThat(run("retry", "--all", UUID.randomUUID().toString())).isEqualTo(CommandFailure.USAGE);
        assertThat(service.requests).isEmpty();
    }

    private String shown(String id) {
        out.getBuffer().setLength(0);
        assertThat(run("show", id)).isZero();
        return out.toString();
    }

    private int run(String command, String... arguments) {
        return trial.run(List.of("quarantine", command, "--service", "summary"), arguments);
    }
}
