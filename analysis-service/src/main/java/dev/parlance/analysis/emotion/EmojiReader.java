package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.Cue.Feeling;
import java.util.ArrayList;

/// The emoji of a text that speak of an emotion, in any language. Skin tones and presentation marks make no
/// difference; what is joined into a picture of its own (the heart in a picture of a couple) is not looked into.
record EmojiReader(CueList list) {
    private static final int FIRST_EMOJI = 0x2600;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    Findings read(String text) {
        var pieces = new ArrayList<Piece>();
        double valence = 0;
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c >= FIRST_EMOJI && before != JOINER && !Character.isLetter(c)) {
                String emoji = text.substring(i, end);
                if (list.of(emoji) instanceof Feeling feeling && !isJoined(text, end)) {
                    var evidence = new Evidence(Evidence.Kind.EMOJI, emoji, i, end);
                    pieces.add(new Piece(emoji, feeling.emotion(), feeling.valence(), true, evidence));
                    valence += feeling.signed();
                }
            }
            before = c;
            i = end;
        }
        return new Findings(pieces, valence);
    }

    private static boolean isJoined(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == EMOJI_PRESENTATION) {
            next++;
        }
        return next < text.length() && text.charAt(next) == JOINER;
    }
}
