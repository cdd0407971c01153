package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Cue.Feeling;
import dev.parlance.analysis.emotion.lexicon.EmotionLexicon;
import java.util.ArrayList;

/// The emoji of a text that show an emotion, in any language. Skin tones and presentation selectors make no
/// difference; parts of a joined emoji (the heart in a picture of a couple) do not count.
record EmojiMatcher(EmotionLexicon lexicon) {
    private static final int FIRST_EMOJI = 0x2600;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    EmotionMatches match(String text) {
        var matches = new ArrayList<EmotionMatch>();
        double valence = 0;
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c >= FIRST_EMOJI && before != JOINER && !Character.isLetter(c)) {
                String emoji = text.substring(i, end);
                if (lexicon.find(emoji) instanceof Feeling feeling && !isJoined(text, end)) {
                    var evidence = new Evidence(Evidence.Kind.EMOJI, emoji, i, end);
                    matches.add(new EmotionMatch(emoji, feeling.emotion(), feeling.valence(), true, evidence));
                    valence += feeling.signedValence();
                }
            }
            before = c;
            i = end;
        }
        return new EmotionMatches(matches, valence);
    }

    private static boolean isJoined(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == EMOJI_PRESENTATION) {
            next++;
        }
        return next < text.length() && text.charAt(next) == JOINER;
    }
}
