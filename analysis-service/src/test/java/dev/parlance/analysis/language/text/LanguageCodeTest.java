package dev.parlance.analysis.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageCodeTest {
    @Test
    void aTagIsReducedToItsPrimarySubtag() {
        assertThat(LanguageCode.primarySubtag("pt-BR")).isEqualTo("pt");
        assertThat(LanguageCode.primarySubtag("ZH-Hant-TW")).isEqualTo("zh");
        assertThat(LanguageCode.primarySubtag("ja_JP")).isEqualTo("ja");
        assertThat(LanguageCode.primarySubtag("yue")).isEqualTo("yue");
        String[] garbage = {null, "", "  ", "-", "x-private", "i-klingon", "e", "12", "日本語", "e\u0301n", "abcdefghi"};
        for (String nothing : garbage) {
            assertThat(LanguageCode.primarySubtag(nothing)).as(nothing).isEqualTo("und");
        }
    }
}
