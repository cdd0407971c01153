package dev.parlance.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.kit.problem.BadCursor;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
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
        PageRequest next = PageRequest.of("2", page.nextCursor(), "words", "hana");
        assertThat(List.of(next.textAfter(0), next.textAfter(1), next.textAfter(2)))
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
        assertThat(PageRequest.of("7", cursor, "words", "hana", null).textAfter(0))
                .isEqualTo("a");
    }

    /// The checksum is no secret: anybody can make a cursor that bears it.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aPartThatTheListDidNotGiveOutIsRefused(int part) {
        for (String text :
                List.of("x", "\0", "1-1-1-1-1", "+1000000000-12-31T23:59:59Z", "+10000-01-01", "2147483648")) {
            PageRequest request = after(Collections.nCopies(part + 1, text));
            assertThatThrownBy(() -> request.instantAfter(part)).isInstanceOf(BadCursor.class);
            assertThatThrownBy(() -> request.dateAfter(part)).isInstanceOf(BadCursor.class);
            assertThatThrownBy(() -> request.uuidAfter(part)).isInstanceOf(BadCursor.class);
            assertThatThrownBy(() -> request.intAfter(part)).isInstanceOf(BadCursor.class);
            assertThatThrownBy(() -> request.textAfter(part + 1)).isInstanceOf(BadCursor.class);
        }
        assertThatThrownBy(() -> after(Collections.nCopies(part + 1, "a\0")).textAfter(part))
                .isInstanceOf(BadCursor.class);
    }

    @Test
    void aPartIsReadAsItWasGivenOut() {
        UUID id = UUID.randomUUID();
        PageRequest request = after(List.of("2026-11-20T08:15:30.120001Z", id.toString(), "2026-11-20", "-7", "りんご"));
        assertThat(request.instantAfter(0)).isEqualTo("2026-11-20T08:15:30.120001Z");
        assertThat(request.uuidAfter(1)).isEqualTo(id);
        assertThat(request.dateAfter(2)).isEqualTo("2026-11-20");
        assertThat(request.intAfter(3)).isEqualTo(-7);
        assertThat(request.textAfter(4)).isEqualTo("りんご");
        assertThat(PageRequest.of(null, null, "words").uuidAfter(1)).isNull();
    }

    @Test
    void whateverACursorHoldsItIsReadOrRefused() {
        var random = new Random(1);
        for (int at = 0; at < 20_000; at++) {
            String cursor = randomCursor(random);
            List<Callable<Object>> readers = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                int each = part;
                readers.add(() -> list(cursor).textAfter(each));
                readers.add(() -> list(cursor).instantAfter(each));
                readers.add(() -> list(cursor).dateAfter(each));
                readers.add(() -> list(cursor).uuidAfter(each));
                readers.add(() -> list(cursor).intAfter(each));
            }
            for (Callable<Object> reader : readers) {
                try {
                    assertThat(reader.call()).isNotNull();
                } catch (BadCursor refused) {
                    assertThat(refused.type()).isEqualTo("/problems/bad-cursor");
                } catch (Exception e) {
                    throw new AssertionError("the cursor " + cursor, e);
                }
            }
        }
    }

    /// Half of them bear the right checksum; the others were changed afterwards.
    private static String randomCursor(Random random) {
        List<String> position = new ArrayList<>();
        for (int parts = random.nextInt(4); parts >= 0; parts--) {
            var part = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                part.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(0x10000)
                                : "0123456789abcdefTZ:-+.".charAt(random.nextInt(22)));
            }
            position.add(part.toString());
        }
        var cursor = new StringBuilder(list(null).cursor(position));
        for (int changes = random.nextBoolean() ? random.nextInt(4) : 0; changes > 0; changes--) {
            cursor.setCharAt(random.nextInt(cursor.length()), (char) (33 + random.nextInt(94)));
        }
        return cursor.toString();
    }

    private static PageRequest after(List<String> position) {
        return list(list(null).cursor(position));
    }

    private static PageRequest list(String cursor) {
        return PageRequest.of("1", cursor, "words", "hana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1e9", ""})
    void aLimitOutsideItsRangeIsRefused(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null, "words")).isInstanceOf(InvalidRequest.class);
    }
}
