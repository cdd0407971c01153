package dev.parlance.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {
    @Test
    void aUuidIsReadInBothCases() {
        UUID id = UUID.randomUUID();
        assertThat(UuidText.parse(id.toString())).contains(id);
        assertThat(UuidText.parse(id.toString().toUpperCase(java.util.Locale.ROOT)))
                .contains(id);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "the-first",
                "0191d3a0-0000-7000-8000-00000000000",
                "0191d3a000007000800000000000000 ",
                "{0191d3a0-0000-7000-8000-000000000000}"
            })
    void aTextInAnotherFormIsNone(String text) {
        assertThat(UuidText.parse(text)).isEmpty();
    }

    @Test
    void aFilterThatIsNoUuidIsRefusedByItsField() {
        assertThat(UuidText.parseFilter("turnId", null)).isNull();
        assertThatThrownBy(() -> UuidText.parseFilter("turnId", "1-1-1-1-1"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("turnId must be a UUID");
    }
}
