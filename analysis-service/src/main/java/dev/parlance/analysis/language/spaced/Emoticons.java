package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.text.CharacterClasses;

/// Emoticons (`:P`, `:-D`, `=)`), which are no words though they may hold a letter.
final class Emoticons {
    private static final String EYES = ":;=";
    private static final String MOUTHS = "DPpOoSsXx3()[]|/\\*";

    private Emoticons() {}

    /// The end of the emoticon that starts at `start`; `start` if there is none.
    static int findEnd(String text, int start, int limit) {
        if (EYES.indexOf(text.charAt(start)) < 0) {
            return start;
        }
        int mouth = start + 1 < limit && text.charAt(start + 1) == '-' ? start + 2 : start + 1;
        boolean emoticon = mouth < limit && MOUTHS.indexOf(text.charAt(mouth)) >= 0;
        boolean ends = mouth + 1 >= limit || !CharacterClasses.isWordCharacter(text.charAt(mouth + 1));
        return emoticon && ends ? mouth + 1 : start;
    }
}
