package dev.parlance.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~@:+-]{1,128}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    @Test
    void idsAndNamesHaveTheAlphabetOfTheContract() {
        for (char c = 0; c < 0x3000; c++) {
            for (String text : new String[] {String.valueOf(c), "a" + c, c + "a"}) {
                assertThat(Learner.isLearnerId(text))
                        .as("id “%s”", text)
                        .isEqualTo(ID.matcher(text).matches());
                assertThat(Learner.isName(text))
                        .as("name “%s”", text)
                        .isEqualTo(NAME.matcher(text).matches());
            }
        }
    }

    @Test
    void idsAndNamesHaveTheLengthOfTheContract() {
        assertThat(Learner.isLearnerId("")).isFalse();
        assertThat(Learner.isLearnerId("x".repeat(128))).isTrue();
        assertThat(Learner.isLearnerId("x".repeat(129))).isFalse();
        assertThat(Learner.isName("")).isFalse();
        assertThat(Learner.isName("x".repeat(64))).isTrue();
        assertThat(Learner.isName("x".repeat(65))).isFalse();
    }

    @Test
    void aLearnerNeedsATenantAndAnId() {
        assertThatThrownBy(() -> new Learner("default", null)).isInstanceOf(InvalidId.class);
        assertThatThrownBy(() -> new Learner(null, "hana")).isInstanceOf(InvalidId.class);
    }

    @Test
    void anIdAloneIsALearnerOfTheDefaultTenant() {
        assertThat(Learner.ofId("hana").map(Learner::key)).contains("default/hana");
        assertThat(Learner.ofId("ha/na")).isEmpty();
        assertThat(Learner.ofId(null)).isEmpty();
    }
}
