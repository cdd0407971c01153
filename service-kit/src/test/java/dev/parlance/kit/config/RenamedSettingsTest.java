package dev.parlance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.config.RenamedSettings.Rename;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {
    private static final List<Rename> RENAMES = List.of(
            new Rename("parlance.relay.max-batch-rows", "parlance.relay.batch"),
            new Rename("parlance.audio.tenants.*.raw", "conversation.audio.tenants.*.raw"));

    private static SmallRyeConfig config(Map<String, String> application, Map<String, String> operator) {
        return new SmallRyeConfigBuilder()
                .withInterceptors(new RenamedSettings(RENAMES))
                .withSources(new PropertiesConfigSource(application, "application.properties", 250))
                .withSources(new PropertiesConfigSource(operator, "system properties", 400))
                .build();
    }

    @Test
    void aSettingIsReadUnderItsFormerName() {
        SmallRyeConfig config = config(Map.of(), Map.of("parlance.relay.batch", "7"));

        assertThat(config.getValue("parlance.relay.max-batch-rows", Integer.class))
                .isEqualTo(7);
    }

    @Test
    void whatAnOperatorSetsUnderTheFormerNameCountsMoreThanTheServicesOwnValue() {
        SmallRyeConfig config =
                config(Map.of("parlance.relay.max-batch-rows", "2000"), Map.of("parlance.relay.batch", "7"));

        assertThat(config.getValue("parlance.relay.max-batch-rows", Integer.class))
                .isEqualTo(7);
    }

    @Test
    void thePresentNameCountsMoreThanTheFormerOne() {
        SmallRyeConfig config =
                config(Map.of(), Map.of("parlance.relay.max-batch-rows", "9", "parlance.relay.batch", "7"));

        assertThat(config.getValue("parlance.relay.max-batch-rows", Integer.class))
                .isEqualTo(9);
    }

    @Test
    void aStarStandsForOneSegment() {
        SmallRyeConfig config = config(Map.of(), Map.of("conversation.audio.tenants.\"a.b\".raw", "14d"));

        assertThat(config.getValue("parlance.audio.tenants.\"a.b\".raw", String.class))
                .isEqualTo("14d");
        assertThat(names(config)).contains("parlance.audio.tenants.\"a.b\".raw");
    }

    /// Quarkus refuses to start with a name under a mapping's prefix that the mapping does not know.
    @Test
    void aFormerNameIsNotAmongTheNames() {
        SmallRyeConfig config = config(Map.of(), Map.of("parlance.relay.batch", "7"));

        assertThat(names(config)).contains("parlance.relay.max-batch-rows").doesNotContain("parlance.relay.batch");
    }

    /// The configuration's own names can be iterated once only.
    private static Set<String> names(SmallRyeConfig config) {
        Set<String> names = new HashSet<>();
        config.getLatestPropertyNames().forEach(names::add);
        return names;
    }
}
