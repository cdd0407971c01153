package dev.parlance.analysis.language;

/// Converts the lemmas of UD Korean-GSD, which are sequences of morphemes, to dictionary forms: 학교 for 학교+에서, 가다 for
/// 가+았+어요.
final class KoreanGold {
    private KoreanGold() {}

    /// @param morphemes as in the column LEMMA
    /// @param tags as in the column XPOS, one for each morpheme
    /// @return `_` if the two columns have different lengths or no morpheme is a content word
    static String dictionaryForm(String morphemes, String tags) {
        String[] forms = morphemes.split("\\+", -1);
        String[] morphemeTags = tags.split("\\+", -1);
        var stem = new StringBuilder();
        for (int i = 0; forms.length == morphemeTags.length && i < forms.length; i++) {
            String tag = morphemeTags[i];
            if (tag.matches("VV|VA|VX|VCN|XSV|XSA")) {
                return stem + forms[i] + "다";
            }
            boolean ending = tag.matches("J.*|E.*|VCP|S[FPSEOW]");
            if (ending && !stem.isEmpty()) {
                break;
            }
            boolean plural = tag.equals("XSN") && forms[i].equals("들");
            if (!ending && !plural && !tag.equals("SN")) {
                stem.append(forms[i]);
            }
        }
        return stem.isEmpty() ? "_" : stem.toString();
    }
}
