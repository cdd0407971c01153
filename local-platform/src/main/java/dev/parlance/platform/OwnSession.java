package dev.parlance.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ctrl-C in a terminal reaches every process of its session at once. Children get a session of their own, so that
/// who started them can end them in good order; `setsid` puts itself aside (exec), so the process's id stays the
/// child's.
final class OwnSession {
    private static final boolean POSSIBLE = isOnPath("setsid");

    private OwnSession() {}

    static List<String> command(List<String> words) {
        if (!POSSIBLE) {
            return words;
        }
        var all = new ArrayList<String>();
        all.add("setsid");
        all.addAll(words);
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
