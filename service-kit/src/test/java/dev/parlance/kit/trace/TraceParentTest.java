package dev.parlance.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aCausedSpanIsANewOneInTheSameTrace() {
        String caused = TraceParent.childOf("00-" + TRACE + "-" + SPAN + "-00");
        assertThat(caused)
                .matches("00-" + TRACE + "-[0-9a-f]{16}-00")
                .doesNotContain(SPAN)
                .doesNotContain("-0000000000000000-");
    }

    @Test
    void aLaterVersionIsReadAsFarAsItIsKnown() {
        assertThat(TraceParent.childOf("cc-" + TRACE + "-" + SPAN + "-01-what-the-future-brings"))
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-0g",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00_" + TRACE + "-" + SPAN + "-01"
            })
    void whatNobodyCanReadBeginsANewTrace(String cause) {
        assertThat(TraceParent.childOf(cause))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(TRACE);
    }
}
