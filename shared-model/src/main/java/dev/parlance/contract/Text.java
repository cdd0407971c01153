package dev.parlance.contract;

/// Which strings are accepted as text.
public final class Text {
    private Text() {}

    /// Whether PostgreSQL and UTF-8 can hold this text: it has no NUL and no unpaired surrogate.
    public static boolean isStorable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                boolean paired = Character.isHighSurrogate(unit)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!paired) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }
}
