package dev.parlance.conversation.speech.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EspeakNgVoiceTest {
    private static final Set<String> NAMES = Set.of("en", "en-gb", "pt-br", "zh-cmn");

    @Test
    void aLanguageSpeaksWithItsCountryOrWithoutIt() {
        assertThat(EspeakNg.baseVoice(NAMES, "en-gb")).isEqualTo("en-gb");
        assertThat(EspeakNg.baseVoice(NAMES, "en-us")).isEqualTo("en");
        assertThat(EspeakNg.baseVoice(NAMES, "en-gb-x-rabbit")).isEqualTo("en-gb");
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> EspeakNg.baseVoice(NAMES, "pt-pt"));
    }

    @Test
    @Timeout(60)
    void aTagCostsAsMuchAsItsLength() {
        assertThat(EspeakNg.baseVoice(NAMES, "en-gb-x" + "-a".repeat(2_000_000)))
                .isEqualTo("en-gb");
    }
}
