package dev.parlance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fault.cluster.TestCluster;
import dev.parlance.fault.report.ScenarioResult;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.run.Scale;
import dev.parlance.fault.scenario.ScenarioCatalog;
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

    private final Path artifactDirectory = Path.of("target", "faults");
    private final ScenarioRunner faults =
            new ScenarioRunner(Scale.SHORT, SEED, "this build", artifactDirectory, System.out);
    private TestCluster cluster;

    @BeforeAll
    void start() {
        cluster = TestCluster.start(Optional.empty(), List.of());
    }

    @AfterAll
    void stop() {
        cluster.copyLogs(artifactDirectory);
        cluster.close();
    }

    static Stream<Arguments> everyBuild() {
        return ScenarioCatalog.everyBuild().stream()
                .map(scenario -> Arguments.argumentSet(scenario.id() + " " + scenario.title(), scenario));
    }

    @ParameterizedTest
    @MethodSource("everyBuild")
    void nothingIsLostAndNothingDoubled(FaultScenario scenario) {
        ScenarioResult result = faults.run(scenario, cluster);
        assertThat(result.failures()).isEmpty();
    }
}
