package dev.parlance.conversation.speech.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenLanguageTest {
    /// The names in Whisper's `tokenizer.py`, aliases last.
    private static final String OF_WHISPER = """
            english chinese german spanish russian korean french japanese portuguese turkish polish catalan dutch arabic
            swedish italian indonesian hindi finnish vietnamese hebrew ukrainian greek malay czech romanian danish
            hungarian tamil norwegian thai urdu croatian bulgarian lithuanian latin maori malayalam welsh slovak telugu
            persian latvian bengali serbian azerbaijani slovenian kannada estonian macedonian breton basque icelandic
            armenian nepali mongolian bosnian kazakh albanian swahili galician marathi punjabi sinhala khmer shona yoruba
            somali afrikaans occitan georgian belarusian tajik sindhi gujarati amharic yiddish lao uzbek faroese
            haitian_creole pashto turkmen nynorsk maltese sanskrit luxembourgish myanmar tibetan tagalog malagasy assamese
            tatar hawaiian lingala hausa bashkir javanese sundanese cantonese
            burmese valencian flemish haitian letzeburgesch pushto panjabi moldavian moldovan sinhalese castilian mandarin
            """;

    /// The codes of these names, in the same order.
    private static final String CODES = """
            en zh de es ru ko fr ja pt tr pl ca nl ar
            sv it id hi fi vi he uk el ms cs ro da
            hu ta no th ur hr bg lt la mi ml cy sk te
            fa lv bn sr az sl kn et mk br eu is
            hy ne mn bs kk sq sw gl mr pa si km sn yo
            so af oc ka be tg sd gu am yi lo uz fo
            ht ps tk nn mt sa lb my bo tl mg as
            tt haw ln ha ba jv su yue
            my ca nl ht lb ps pa ro ro si es zh
            """;

    @Test
    void everyNameThatWhisperUsesIsKnown() {
        String[] names = OF_WHISPER.strip().split("\\s+");
        String[] codes = CODES.strip().split("\\s+");
        assertThat(names).hasSameSizeAs(codes);
        for (int at = 0; at < names.length; at++) {
            String name = names[at].replace('_', ' ');
            assertThat(SpokenLanguage.of(name)).as(name).isEqualTo(codes[at]);
            assertThat(SpokenLanguage.of(name.toUpperCase(Locale.ROOT)))
                    .as(name)
                    .isEqualTo(codes[at]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ja, ja",
        "EN, en",
        "jpn, ja",
        "en_us, en-US",
        "zh-hant-TW, zh-Hant-TW",
        "' Japanese ', ja",
        "haw, haw",
        "en-x-private, en"
    })
    void tagsAndCodesAreNormalized(String reported, String expected) {
        assertThat(SpokenLanguage.of(reported)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "und", "klingonese", "xx", "multilingual", "no speech", "-", "0", "りんご"})
    void unknownLanguagesAreNull(String reported) {
        assertThat(SpokenLanguage.of(reported)).isNull();
    }

    @Test
    void whatIsLongerThanAnyTagIsUnknown() {
        assertThat(SpokenLanguage.of("en-x" + "-aaaaaaaa".repeat(100_000))).isNull();
    }
}
