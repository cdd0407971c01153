package dev.parlance.conversation.audio.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioConfigTest {
    @ParameterizedTest
    @CsvSource({
        "5m1s, must be 5 minutes or less: whoever has a signed URL needs nothing else",
        "1h, must be 5 minutes or less: whoever has a signed URL needs nothing else",
        "0s, must be a second or more"
    })
    void aUrlValidityOutsideItsLimitsStopsTheStart(String validity, String message) {
        assertThatThrownBy(() -> with(validity))
                .hasMessageContaining("parlance.audio.url-validity")
                .hasMessageContaining(message);
    }

    @Test
    void fiveMinutesAreAccepted() {
        assertThat(with("5m").urlValidity()).isEqualTo(Duration.ofMinutes(5));
    }

    private static AudioConfig with(String urlValidity) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AudioConfig.class)
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withSources(
                        new PropertiesConfigSource(Map.of("parlance.audio.url-validity", urlValidity), "test", 100))
                .build()
                .getConfigMapping(AudioConfig.class);
    }
}
