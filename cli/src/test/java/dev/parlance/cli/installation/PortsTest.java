package dev.parlance.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void everyPortInUseIsNamedWithItsFlag() throws IOException {
        try (ServerSocket taken = listening();
                ServerSocket alsoTaken = listening()) {
            Ports ports = new Ports(taken.getLocalPort(), free(), free(), free(), alsoTaken.getLocalPort(), free());

            assertThat(ports.findConflicts(true, true))
                    .satisfiesExactly(
                            kafka -> assertThat(kafka).contains("Port " + taken.getLocalPort(), "--port-kafka N"),
                            analysis -> assertThat(analysis).contains("--port-analysis N"));
        }
    }

    @Test
    void servicesThatAreNotStartedNeedNoPort() throws IOException {
        try (ServerSocket taken = listening()) {
            Ports ports = new Ports(free(), free(), free(), taken.getLocalPort(), free(), free());

            assertThat(ports.findConflicts(true, false)).isEmpty();
        }
    }

    @Test
    void externalInfrastructureNeedsNoPort() throws IOException {
        try (ServerSocket taken = listening()) {
            Ports ports = new Ports(taken.getLocalPort(), free(), free(), free(), free(), free());

            assertThat(ports.findConflicts(false, true)).isEmpty();
        }
    }

    @Test
    void twoPartsCannotShareAPort() {
        int one = free();

        assertThat(new Ports(one, one, free(), free(), free(), free()).findConflicts(true, false))
                .singleElement()
                .asString()
                .contains("both kafka and postgres");
    }

    /// A different port on each call.
    private static int free() {
        return dev.parlance.platform.host.Ports.findFree();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
