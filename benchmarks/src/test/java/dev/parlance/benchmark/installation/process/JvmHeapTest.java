package dev.parlance.benchmark.installation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.benchmark.report.Failure;
import org.junit.jupiter.api.Test;

class JvmHeapTest {
    @Test
    void bothGenerationsCount() {
        long used = JvmHeap.usedBytes("""
                4711:
                 DefNew      total 78656K, used 1400K [0x00000000c0000000, 0x00000000c5550000, 0x00000000d5550000)
                  eden space 69952K,   2% used [0x00000000c0000000, 0x00000000c015e0f8, 0x00000000c4450000)
                 Tenured     total 174784K, used 30000K [0x00000000d5550000, 0x00000000e0000000, 0x0000000100000000)
                   the space 174784K,  17% used [0x00000000d5550000, 0x00000000d72a0000, 0x00000000e0000000)
                 Metaspace       used 1024K, committed 1280K, reserved 1114112K
                """);
        assertThat(used).isEqualTo(31_400L * 1024);
    }

    @Test
    void itsBoundIsAmongTheFlags() {
        assertThat(JvmHeap.maxBytes("""
                4711:
                -XX:InitialHeapSize=67108864 -XX:MaxHeapSize=536870912 -XX:+UseCompressedOops -XX:+UseSerialGC
                """)).isEqualTo(512L << 20);
    }

    @Test
    void anotherCollectorIsToldAtOnce() {
        assertThatThrownBy(() -> JvmHeap.usedBytes(" garbage-first heap   total 1048576K, used 1203K"))
                .isInstanceOf(Failure.class);
    }
}
