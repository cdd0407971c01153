package dev.parlance.benchmark.installation.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    @Test
    void sharedPagesCountOnceInTheProportionalFigure() {
        var memory = ProcessMemory.parseSmaps("""
                00400000-7ffd0a1f2000 ---p 00000000 00:00 0                    [rollup]
                Rss:               29416 kB
                Pss:                4120 kB
                Pss_Dirty:          1000 kB
                """);

        assertThat(memory).isEqualTo(new ProcessMemory(29416 * 1024, 4120 * 1024));
    }

    @Test
    void thisProcessHoldsMemory() {
        assertThat(ProcessMemory.ofProcessTree(ProcessHandle.current().pid()).residentBytes())
                .isPositive();
    }
}
