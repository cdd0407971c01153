package dev.parlance.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.kit.problem.BadCursor;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @Test
    void aCursorLeadsToTheRowAfterTheLastOne() {
        // Given
        PageRequest first = PageRequest.of("2", null, "words", "hana");
        // When
        Page<String> page = Page.of(List.of("a", "b", "c"), first, last -> List.of(last, "", "x\ty"));
        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(PageRequest.of("2", page.nextCursor(), "words", "hana").after())
                .containsExactly("b", "", "x\ty");
    }

    @Test
    void theLastPageHasNoCursor() {
        PageRequest request = PageRequest.of(null, null, "words");
        assertThat(request.rows()).isEqualTo(51);
        assertThat(Page.of(List.of("a"), request, List::of).nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!!", "AAAAAAAAAAAAAAAA"})
    void aCursorThatNobodyGaveOutIsRefused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor, "words", "hana")).isInstanceOf(BadCursor.class);
    }

    @Test
    void aCursorOfAnotherListOrFilterIsRefused() {
        PageRequest request = PageRequest.of("1", null, "words", "hana", null);
        String cursor = Page.of(List.of("a", "b"), request, List::of).nextCursor();
        assertThatThrownBy(() -> PageRequest.of("1", cursor, "words", "kenji", null))
                .isInstanceOf(BadCursor.class);
        assertThatThrownBy(() -> PageRequest.of("1", cursor, "highlights", "hana", null))
                .isInstanceOf(BadCursor.class);
        assertThat(PageRequest.of("7", cursor, "words", "hana", null).after()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1e9", ""})
    void aLimitOutsideItsRangeIsRefused(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null, "words")).isInstanceOf(InvalidRequest.class);
    }
}
