package dev.parlance.conversation.speech.transcription;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Stream;

/// Maps the language that an endpoint reports to BCP 47: a tag (`ja`, `en_US`), a code of three letters (`jpn`) or
/// an English name (`japanese`), as Whisper does.
final class SpokenLanguage {
    private static final int MAX_CHARACTERS = 64;

    /// Names that Whisper uses and the JDK does not know.
    private static final Map<String, String> WHISPER_NAMES = Map.ofEntries(
            Map.entry("bengali", "bn"),
            Map.entry("castilian", "es"),
            Map.entry("flemish", "nl"),
            Map.entry("haitian", "ht"),
            Map.entry("letzeburgesch", "lb"),
            Map.entry("mandarin", "zh"),
            Map.entry("moldavian", "ro"),
            Map.entry("moldovan", "ro"),
            Map.entry("myanmar", "my"),
            Map.entry("nynorsk", "nn"),
            Map.entry("panjabi", "pa"),
            Map.entry("pushto", "ps"),
            Map.entry("sinhalese", "si"),
            Map.entry("valencian", "ca"));

    private static final Map<String, String> CODES = codes();

    private SpokenLanguage() {}

    /// @param reported may be empty
    /// @return BCP 47; null if the language is not known
    static String of(String reported) {
        if (reported.length() > MAX_CHARACTERS) {
            return null;
        }
        String name = normalize(reported);
        String known = CODES.get(name);
        if (known != null) {
            return known;
        }
        Locale tag = Locale.forLanguageTag(name.replace('_', '-'));
        String language = CODES.get(tag.getLanguage());
        return language == null
                ? null
                : new Locale.Builder()
                        .setLanguage(language)
                        .setScript(tag.getScript())
                        .setRegion(tag.getCountry())
                        .build()
                        .toLanguageTag();
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(WHISPER_NAMES);
        Stream.concat(
                        Arrays.stream(Locale.getISOLanguages()),
                        Locale.availableLocales().map(Locale::getLanguage))
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(Locale::of)
                .forEach(language -> {
                    String code = language.getLanguage();
                    codes.put(code, code);
                    codes.putIfAbsent(normalize(language.getDisplayLanguage(Locale.ENGLISH)), code);
                    codes.putIfAbsent(iso3Code(language), code);
                });
        return Map.copyOf(codes);
    }

    private static String iso3Code(Locale language) {
        try {
            return language.getISO3Language();
        } catch (MissingResourceException none) {
            return language.getLanguage();
        }
    }

    /// In lower case without diacritics: the JDK writes Māori.
    private static String normalize(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
