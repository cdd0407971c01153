package dev.parlance.cli.installation.supervisor;

import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.Platform;
import dev.parlance.platform.part.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A part of the embedded platform under supervision.
record InfrastructureProcess(EmbeddedPlatform platform, Part part) implements Supervisor.SupervisedProcess {

    /// None where somebody else runs the infrastructure.
    static List<InfrastructureProcess> of(Platform platform) {
        return platform instanceof EmbeddedPlatform embedded
                ? Arrays.stream(Part.values())
                        .map(part -> new InfrastructureProcess(embedded, part))
                        .toList()
                : List.of();
    }

    @Override
    public String id() {
        return part.key();
    }

    @Override
    public String title() {
        return part.title();
    }

    @Override
    public Optional<Integer> exitCode() {
        return platform.process(part).exitCode();
    }

    @Override
    public void start() {
        platform.restart(part);
    }
}
