package dev.parlance.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root. In a user namespace of its own it does not see that it does; `unshare` puts
/// itself aside (exec), so the process's id is PostgreSQL's own.
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Unprivileged() {}

    static List<String> command(List<String> words) {
        if (!"root".equals(System.getProperty("user.name"))) return words;
        if (!succeeds("unshare", "-U", "true")) {
            throw new PlatformFailure("PostgreSQL does not run as root, and user namespaces are not allowed here: "
                    + "run as an ordinary user, or set PARLANCE_PLATFORM=containers or external.");
        }
        var all = new ArrayList<>(NAMESPACE);
        all.addAll(words);
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
