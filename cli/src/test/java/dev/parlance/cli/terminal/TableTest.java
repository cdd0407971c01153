package dev.parlance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void textIsAlignedLeftAndNumbersRight() {
        String table = new Table("learner", "turns", "note")
                .row("hana", 7, "")
                .row("", 1234, "りんご")
                .render();

        assertThat(table).isEqualTo("""
                learner  turns  note
                hana         7
                          1234  りんご
                """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(new Table("a", "b").row("りん", "x").row("abcd", "y").render()).isEqualTo("""
                a     b
                りん  x
                abcd  y
                """);
    }
}
