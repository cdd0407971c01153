package dev.parlance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.kit.problem.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en-GB", "zh-Hant-TW", "en-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"})
    void aTagOfBcp47IsTaken(String language) {
        LanguageTag.check(language);
        assertThat(language.length()).isLessThanOrEqualTo(64);
    }

    @Test
    void aTagHasAtMost64Characters() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> LanguageTag.check("en-x" + "-aaaaaaaa".repeat(7)))
                .satisfies(problem -> assertThat(problem.limit()).contains(64L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a tag", "e", "en_GB"})
    void anythingElseIsRefused(String language) {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> LanguageTag.check(language));
    }
}
