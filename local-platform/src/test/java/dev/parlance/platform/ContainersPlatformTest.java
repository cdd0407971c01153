package dev.parlance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class ContainersPlatformTest {
    @Test
    void containersGiveTheSamePlatform() throws Exception {
        assumeTrue(
                ContainersPlatform.engineRuns(), "SKIPPED: no container engine runs here, the adapter is not tested");
        try (var platform =
                ContainersPlatform.start(PlatformSettings.temporary().with(Part.values()))) {
            var log = new Log(platform.endpoints().kafka(), "parlance.analysis-events");
            log.write("analysed");
            assertThat(log.read()).containsExactly("analysed");
            assertThat(new Sql(platform.endpoints(), "summary_app").ask("show search_path"))
                    .isEqualTo("summary");
        }
    }
}
