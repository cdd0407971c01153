package dev.parlance.analysis.language;

/// What a dictionary lists, out of the morphemes that UD Korean-GSD has for a lemma: 학교+에서 is 학교,
/// 가+았+어요 is 가다.
final class KoreanGold {
    private KoreanGold() {}

    /// @param morphemes as in the column LEMMA
    /// @param tags as in the column XPOS, one for each morpheme
    /// @return `_` where the two columns do not fit or no morpheme has a content
    static String dictionaryForm(String morphemes, String tags) {
        String[] forms = morphemes.split("\\+", -1);
        String[] kinds = tags.split("\\+", -1);
        var stem = new StringBuilder();
        for (int i = 0; forms.length == kinds.length && i < forms.length; i++) {
            String kind = kinds[i];
            if (kind.matches("VV|VA|VX|VCN|XSV|XSA")) {
                return stem + forms[i] + "다";
            }
            boolean ending = kind.matches("J.*|E.*|VCP|S[FPSEOW]");
            if (ending && !stem.isEmpty()) {
                break;
            }
            boolean plural = kind.equals("XSN") && forms[i].equals("들");
            if (!ending && !plural && !kind.equals("SN")) {
                stem.append(forms[i]);
            }
        }
        return stem.isEmpty() ? "_" : stem.toString();
    }
}
