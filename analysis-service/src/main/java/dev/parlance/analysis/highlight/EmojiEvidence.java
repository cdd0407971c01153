package dev.parlance.analysis.highlight;

import dev.parlance.analysis.highlight.Cue.Feeling;
import java.util.List;
import java.util.Map;

/// The emoji of a text that speak of an emotion. Skin tones and presentation marks make no difference; what is
/// joined into a picture of its own (the heart in a picture of a couple) is not looked into.
final class EmojiEvidence {
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    private EmojiEvidence() {}

    static void addTo(List<Evidence> evidence, String text, Map<String, Cue> list) {
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c >= 0x2600 && before != JOINER) {
                String emoji = text.substring(i, end);
                if (list.get(emoji) instanceof Feeling feeling && !isJoined(text, end)) {
                    evidence.add(new Evidence(emoji, emoji, feeling, i, end));
                }
            }
            before = c;
            i = end;
        }
    }

    private static boolean isJoined(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == EMOJI_PRESENTATION) {
            next++;
        }
        return next < text.length() && text.charAt(next) == JOINER;
    }
}
