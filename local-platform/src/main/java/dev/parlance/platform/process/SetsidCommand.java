package dev.parlance.platform.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a command in a session of its own with `setsid`. Ctrl-C in a terminal reaches every process of its session: so
/// the children do not get it, and their parent can stop them in order. `setsid` execs the command: the pid is the
/// command's.
final class SetsidCommand {
    private static final boolean AVAILABLE = isOnPath("setsid");

    private SetsidCommand() {}

    static List<String> wrap(List<String> command) {
        if (!AVAILABLE) {
            return command;
        }
        var all = new ArrayList<String>();
        all.add("setsid");
        all.addAll(command);
        return all;
    }

    private static boolean isOnPath(String program) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
