package dev.parlance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlance.platform.kafka.TestTopic;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

class ContainersPlatformTest {
    @Test
    void containersProvideTheSamePlatform() throws Exception {
        assumeTrue(
                ContainersPlatform.isEngineRunning(),
                "SKIPPED: no container engine runs here, the adapter is not tested");
        try (var platform =
                ContainersPlatform.start(PlatformSettings.temporary().withParts(Part.values()))) {
            var log = new TestTopic(platform.endpoints().kafka(), "parlance.analysis-events");
            log.write("analysed");
            assertThat(log.read()).containsExactly("analysed");
            assertThat(new TestDatabase(platform.endpoints(), "summary_app").queryText("show search_path"))
                    .isEqualTo("summary");
        }
    }
}
