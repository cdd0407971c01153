package dev.parlance.journey.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.journey.fault.report.Result;
import dev.parlance.journey.fault.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The faults that belong to every build, in small and one after the other on the same installation. All of them, and
/// in full: `./parlance faults all`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final long SEED = 7;

    private final Path kept = Path.of("target", "faults");
    private final Faults faults = new Faults(Scale.SHORT, SEED, "this build", kept, System.out);
    private World world;

    @BeforeAll
    void start() {
        world = World.start(Optional.empty(), List.of());
    }

    @AfterAll
    void stop() {
        world.keepLogs(kept);
        world.close();
    }

    static Stream<Arguments> everyBuild() {
        return Catalogue.everyBuild().stream()
                .map(scenario -> Arguments.argumentSet(scenario.id() + " " + scenario.title(), scenario));
    }

    @ParameterizedTest
    @MethodSource("everyBuild")
    void nothingIsLostAndNothingDoubled(FaultScenario scenario) {
        Result result = faults.run(scenario, world);
        assertThat(result.failures()).isEmpty();
    }
}
