package dev.parlance.cli.terminal;

/// Text for a terminal. What learners, services, topics and logs say may hold characters that a terminal obeys (a
/// sequence that begins with ESC moves the cursor, changes what was printed, or types) or that show a text in another
/// order than it has. They are shown as JSON writes them, a backslash, `u` and four hexadecimal digits: so that JSON
/// stays the same JSON.
public final class TerminalText {
    private TerminalText() {}

    /// Escapes all control and direction characters but line breaks and tabs.
    public static String escape(String text) {
        return escape(text, "\n\t");
    }

    /// Likewise, and escapes line breaks and tabs: for text that must stay in its line or its cell.
    public static String escapeLine(String text) {
        return escape(text, "");
    }

    private static String escape(String text, String kept) {
        if (text.chars().noneMatch(c -> isControl((char) c) && kept.indexOf(c) < 0)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isControl(c) && kept.indexOf(c) < 0) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c)
                || c == '\u061C' // the direction marks, embeddings, overrides and isolates of Unicode
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u2028' && c <= '\u202E') // with the separators of lines and paragraphs
                || (c >= '\u2066' && c <= '\u206F');
    }
}
