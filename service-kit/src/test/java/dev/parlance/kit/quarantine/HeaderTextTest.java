package dev.parlance.kit.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @Test
    void formattedHeadersAreParsedToTheSameHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_type", "parlance.turn-recorded.v1");
        headers.put("ce_time", "2026-11-20T08:15:30.120Z");
        headers.put("empty", "");
        headers.put("strange", "a: b, りんご");
        assertThat(HeaderText.parse(HeaderText.format(headers))).containsExactlyEntriesOf(headers);
    }

    @Test
    void aLineBreakInAValueStartsNoHeader() {
        for (String line : List.of("\n", "\r", "\r\n")) {
            Map<String, String> headers = Map.of("strange", "a" + line + "ce_type: another");
            assertThat(HeaderText.parse(HeaderText.format(headers))).containsOnlyKeys("strange");
        }
    }
}
