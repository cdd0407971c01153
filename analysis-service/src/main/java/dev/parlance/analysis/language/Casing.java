package dev.parlance.analysis.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;

/// Makes one word of its spellings: `Don’t`, `DON'T` and `don't` have one lemma.
///
/// The lemma is the full case folding of the composed (NFC) form, so `Straße` and `STRASSE` are one word
/// (`strasse`); the display keeps what folding loses and is the lower-cased form of the locale (`straße`, `λόγος`).
/// Turkish and Azeri fold I to ı and İ to i. Wide Latin letters (Ａ) are plain ones. Invisible format characters
/// (soft hyphen, direction marks) belong to neither; the joiners stay, because they change letters in Persian and in
/// the scripts of India.
public record Casing(Locale locale) {
    private static final Set<String> DOTTED_AND_DOTLESS = Set.of("tr", "az");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /// Whether lemma and display are the surface itself, seen at little cost.
    public boolean isPlain(String surface) {
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    public String lemma(String surface) {
        int options = DOTTED_AND_DOTLESS.contains(locale.getLanguage())
                ? UCharacter.FOLD_CASE_EXCLUDE_SPECIAL_I
                : UCharacter.FOLD_CASE_DEFAULT;
        return NFC.normalize(UCharacter.foldCase(visible(surface), options));
    }

    public String display(String surface) {
        return visible(surface).toLowerCase(locale);
    }

    /// As written, composed, without invisible characters, with straight apostrophes and narrow letters.
    public String visible(String surface) {
        String composed = NFC.normalize(surface);
        StringBuilder kept = null;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            char shown = shown(c);
            boolean invisible = Character.getType(c) == Character.FORMAT && c != '\u200C' && c != '\u200D';
            if (kept == null && (invisible || shown != c)) {
                kept = new StringBuilder(composed.length()).append(composed, 0, i);
            }
            if (kept != null && !invisible) {
                kept.append(shown);
            }
        }
        return kept == null ? composed : kept.toString();
    }

    private static char shown(char c) {
        boolean wideLatin = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
        if (wideLatin) {
            return (char) (c - 'Ａ' + 'A');
        }
        return c == '\u2019' ? '\'' : c;
    }
}
