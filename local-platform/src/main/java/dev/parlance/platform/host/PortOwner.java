package dev.parlance.platform.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the process that listens on a port in Linux' /proc. Finds none on other systems and none of other users.
final class PortOwner {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    static Optional<Long> findPid(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length > INODE && row[STATE].equals(LISTENING))
                .filter(row -> row[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                .map(row -> "socket:[" + row[INODE] + "]")
                .flatMap(PortOwner::findHolders)
                .findFirst();
    }

    private static Stream<Long> findHolders(String socket) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(pid -> holdsSocket(pid, socket));
    }

    private static boolean holdsSocket(long pid, String socket) {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
