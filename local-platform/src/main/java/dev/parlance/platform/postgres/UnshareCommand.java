package dev.parlance.platform.postgres;

import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs PostgreSQL as root in a user namespace of its own, because it refuses to run as a visible root. `unshare`
/// execs the command: the pid is PostgreSQL's.
final class UnshareCommand {
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private UnshareCommand() {}

    static List<String> wrap(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) return command;
        if (!succeeds("unshare", "-U", "true")) {
            throw new PlatformFailure("PostgreSQL does not run as root, and user namespaces are not allowed here: "
                    + "run as an ordinary user, or set PARLANCE_PLATFORM=containers or external.");
        }
        var all = new ArrayList<>(UNSHARE);
        all.addAll(command);
        return all;
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
