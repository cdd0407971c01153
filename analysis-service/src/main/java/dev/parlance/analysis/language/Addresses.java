package dev.parlance.analysis.language;

import java.util.Locale;
import java.util.Set;

/// Addresses of sites and of mail boxes, and what names of files and sites end in.
final class Addresses {
    private static final int LONGEST_ENDING = 5;
    private static final Set<String> ENDINGS = Set.of(
            "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "co", "uk", "us", "de", "fr", "eu", "jp",
            "ca", "au", "htm", "html", "php", "asp", "aspx", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt", "csv",
            "jpg", "jpeg", "png", "gif", "bmp", "mp3", "mp4", "avi", "zip", "exe", "js", "ns", "stm");

    private Addresses() {}

    /// Where an address begins in characters without a space; -1 if there is none.
    static int start(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == ':'
                    && at > from
                    && text.startsWith("//", at + 1)
                    && at + 3 < to
                    && Letters.isWordly(text.charAt(at + 3))) {
                return wordStart(text, from, at);
            }
            if (c == '@' && at > from && at + 1 < to && Letters.isWordly(text.charAt(at + 1))) {
                int start = localPart(text, from, at);
                if (start < at) {
                    return start;
                }
            }
            if ((c == 'w' || c == 'W')
                    && (at == from || !Letters.isWordly(text.charAt(at - 1)))
                    && text.regionMatches(true, at, "www.", 0, 4)
                    && at + 4 < to) {
                return at;
            }
        }
        return -1;
    }

    /// Where it ends: without the marks that belong to the sentence around it.
    static int end(String text, int start, int limit) {
        int end = start + 1;
        while (end < limit && "<>\"[]{}“”,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start + 1 && ".!?:)'’*…".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    static boolean isEnding(String text, int from, int to) {
        return to - from <= LONGEST_ENDING
                && ENDINGS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static int wordStart(String text, int from, int at) {
        int start = at;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int localPart(String text, int from, int at) {
        int start = at;
        while (start > from
                && (Letters.isWordly(text.charAt(start - 1)) || "._-+".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }
}
