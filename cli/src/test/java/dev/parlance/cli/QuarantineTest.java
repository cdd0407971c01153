package dev.parlance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.admin.LocalAdmin;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineTest {
    @RegisterExtension
    final CommandTrial trial = new CommandTrial();

    private final StringWriter out = trial.out;
    private final StringWriter err = trial.err;
    private final LocalAdmin service = trial.service;

    @Test
    void whatWaitsIsListedWholeAsATable() {
        for (int at = 0; at < 5; at++) {
            service.setAside("not JSON at byte " + at, new byte[0]);
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
    void moreThanWasAskedForIsMentioned() {
        for (int at = 0; at < 3; at++) {
            service.setAside("broken", new byte[0]);
        }
        assertThat(run("list", "--limit", "2", "--json", "--status", "all")).isZero();
        assertThat(out.toString()).contains("\"service\" : \"summary-service\"", "\"offset\" : 18");
        assertThat(err.toString()).contains("There are more");
    }

    @Test
    void anEmptyQuarantineIsSaidSo() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is in quarantine.\n");
    }

    @Test
    void aValueIsShownAsReadablyAsItCanBe() {
        String json = service.setAside("a field is missing", "{\"tenant\":\"りんご\"}".getBytes(UTF_8));
        String text = service.setAside("not JSON", "{\"broken\u001b[2J".getBytes(UTF_8));
        String bytes = service.setAside("not JSON", new byte[] {(byte) 0xFF, 'a', 0});
        String none = service.setAside("the record has no value", null);
        assertThat(shown(json)).contains("reason          a field is missing", "ce_type", "\"tenant\" : \"りんご\"");
        assertThat(shown(text)).contains("{\"broken\uFFFD[2J");
        assertThat(shown(bytes)).contains("00000000  ff 61 00", ".a.");
        assertThat(shown(none)).contains("(no value)");
    }

    @Test
    void whatStillCannotBeReadIsReported() {
        String readable = service.setAside("broken", new byte[0]);
        service.readable.put(readable, true);
        String broken = service.setAside("still broken", new byte[0]);
        assertThat(run("retry", readable, broken)).isEqualTo(Failure.FAILED);
        assertThat(out.toString()).isEqualTo("1 of 2 records were read.\n");
        assertThat(err.toString()).contains(broken + " still cannot be read by summary-service: still broken");
        service.readable.put(broken, true);
        assertThat(run("retry", "--all")).isZero();
        assertThat(out.toString()).endsWith("1 of 1 records were read.\n");
    }

    @Test
    void nothingIsDiscardedUnasked() {
        String id = service.setAside("broken", new byte[0]);
        assertThat(run("discard", id)).isEqualTo(Failure.USAGE);
        assertThat(err.toString()).contains("--yes");
        assertThat(run("discard", id, "--yes")).isZero();
        assertThat(service.quarantine.get(id).get("status").asText()).isEqualTo("discarded");
    }

    @Test
    void atATerminalOnlyAYesDiscards() throws IOException {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), true);
        for (String no : List.of("", "\n", "n\n", "yesterday\n")) {
            assertThat(QuarantineDiscard.confirmed(terminal, List.of(), new ByteArrayInputStream(no.getBytes(UTF_8))))
                    .isFalse();
        }
        assertThat(QuarantineDiscard.confirmed(terminal, List.of(), new ByteArrayInputStream("Y\n".getBytes(UTF_8))))
                .isTrue();
    }

    @Test
    void anUnknownIdStopsTheCommandBeforeItBegins() {
        String known = service.setAside("broken", new byte[0]);
        assertThat(run("discard", "--yes", known, UUID.randomUUID().toString())).isEqualTo(Failure.FAILED);
        assertThat(err.toString().strip())
                .contains("No record in quarantine has the id")
                .doesNotContain("\n");
        assertThat(service.quarantine.get(known).get("status").asText()).isEqualTo("waiting");
    }

    @Test
    void whatIsNoIdIsWrongUsage() {
        for (String command : List.of("show", "retry", "discard")) {
            assertThat(run(command, "nonsense")).isEqualTo(Failure.USAGE);
        }
        assertThat(run("retry")).isEqualTo(Failure.USAGE);
        assertThat(run("retry", "--all", UUID.randomUUID().toString())).isEqualTo(Failure.USAGE);
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
