package dev.parlance.benchmark.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void sharedPagesCountOnceInTheProportionalFigure() {
        var memory = Memory.ofSmaps("""
                00400000-7ffd0a1f2000 ---p 00000000 00:00 0                    [rollup]
                Rss:               29416 kB
                Pss:                4120 kB
                Pss_Dirty:          1000 kB
                """);

        assertThat(memory).isEqualTo(new Memory(29416 * 1024, 4120 * 1024));
    }

    @Test
    void thisProcessHoldsMemory() {
        assertThat(Memory.ofTree(ProcessHandle.current().pid()).resident()).isPositive();
    }
}
