package dev.parlance.benchmark.analysis.gold;

import java.util.Set;

/// What a dictionary lists, out of the morphemes that UD Korean-GSD has for a lemma: 학교+에서 is 학교, 가+았+어요 is
/// 가다. `TokenizerGoldTest` of the analysis-service counts by the same rule.
final class KoreanLemma {
    private static final Set<String> PREDICATES = Set.of("VV", "VA", "VX", "VCN", "XSV", "XSA");
    private static final Set<String> MARKS = Set.of("VCP", "SF", "SP", "SE", "SO", "SW");

    private KoreanLemma() {}

    /// @param morphemes as in the column LEMMA
    /// @param tags as in the column XPOS, one for each morpheme
    /// @return null where the two columns do not fit or no morpheme has a content
    static String of(String morphemes, String tags) {
        String[] forms = morphemes.split("\\+", -1);
        String[] kinds = tags.split("\\+", -1);
        var stem = new StringBuilder();
        for (int i = 0; forms.length == kinds.length && i < forms.length; i++) {
            if (PREDICATES.contains(kinds[i])) {
                return stem + forms[i] + "다";
            }
            boolean ending = kinds[i].startsWith("J") || kinds[i].startsWith("E") || MARKS.contains(kinds[i]);
            if (ending && !stem.isEmpty()) {
                break;
            }
            boolean plural = kinds[i].equals("XSN") && forms[i].equals("들");
            if (!ending && !plural && !kinds[i].equals("SN")) {
                stem.append(forms[i]);
            }
        }
        return stem.isEmpty() ? null : stem.toString();
    }
}
