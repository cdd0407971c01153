package dev.parlance.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ServiceBacklogTest {
    @Test
    void oneLineShowsTheBacklogAndUnknownStages() throws JsonProcessingException {
        assertThat(ServiceBacklog.summary(JsonMapper.builder().build().readTree("""
                {"stages": [{"stage": "outbox", "rowsWaiting": 3, "lag": null, "quarantined": 1},
                            {"stage": "parlance.analysis-events", "rowsWaiting": null, "lag": null, "quarantined": 2}]}
                """)))
                .isEqualTo("outbox 3, parlance.analysis-events unknown; set aside 3");
    }
}
