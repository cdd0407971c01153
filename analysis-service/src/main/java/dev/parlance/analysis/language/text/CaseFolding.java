package dev.parlance.analysis.language.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;

/// Normalizes spellings, so that `Don’t`, `DON'T` and `don't` have one lemma.
///
/// The lemma is the full case folding of the composed (NFC) form, so `Straße` and `STRASSE` are one word
/// (`strasse`). The display is the lower-cased form in the locale, which keeps what folding loses (`straße`, `λόγος`).
/// Turkish and Azeri fold I to ı and İ to i. Full-width Latin letters (Ａ) become ASCII. Both drop invisible format
/// characters (soft hyphen, direction marks), but keep the joiners, which change letters in Persian and in the scripts
/// of India.
public record CaseFolding(Locale locale) {
    private static final Set<String> TURKIC_LANGUAGES = Set.of("tr", "az");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /// A fast test: whether lemma and display are the surface itself.
    public boolean isLowerCaseAscii(String surface) {
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    public String fold(String surface) {
        int options = TURKIC_LANGUAGES.contains(locale.getLanguage())
                ? UCharacter.FOLD_CASE_EXCLUDE_SPECIAL_I
                : UCharacter.FOLD_CASE_DEFAULT;
        return NFC.normalize(UCharacter.foldCase(normalize(surface), options));
    }

    public String lowerCase(String surface) {
        return normalize(surface).toLowerCase(locale);
    }

    /// Composed, without invisible characters, with straight apostrophes and ASCII for full-width letters; keeps case.
    public String normalize(String surface) {
        String composed = NFC.normalize(surface);
        StringBuilder kept = null;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            char normalized = normalizeChar(c);
            boolean invisible = Character.getType(c) == Character.FORMAT && c != '\u200C' && c != '\u200D';
            if (kept == null && (invisible || normalized != c)) {
                kept = new StringBuilder(composed.length()).append(composed, 0, i);
            }
            if (kept != null && !invisible) {
                kept.append(normalized);
            }
        }
        return kept == null ? composed : kept.toString();
    }

    private static char normalizeChar(char c) {
        boolean fullWidthLatin = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
        if (fullWidthLatin) {
            return (char) (c - 'Ａ' + 'A');
        }
        return c == '\u2019' ? '\'' : c;
    }
}
