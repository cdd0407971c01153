package dev.parlance.analysis.language;

/// Faces of marks and letters (`:P`, `:-D`, `=)`): no words, though there may be a letter in them.
final class Emoticons {
    private static final String EYES = ":;=";
    private static final String MOUTHS = "DPpOoSsXx3()[]|/\\*";

    private Emoticons() {}

    /// Where the face that begins at `start` ends; `start` if there is none.
    static int end(String text, int start, int limit) {
        if (EYES.indexOf(text.charAt(start)) < 0) {
            return start;
        }
        int mouth = start + 1 < limit && text.charAt(start + 1) == '-' ? start + 2 : start + 1;
        boolean face = mouth < limit && MOUTHS.indexOf(text.charAt(mouth)) >= 0;
        boolean ends = mouth + 1 >= limit || !Letters.isWordly(text.charAt(mouth + 1));
        return face && ends ? mouth + 1 : start;
    }
}
