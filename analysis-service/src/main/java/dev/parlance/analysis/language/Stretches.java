package dev.parlance.analysis.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes a text in which languages are mixed apart, as learners speak: a whole sentence in the language that is
/// learnt, or a quoted stretch of it (Is it "il cane" or "lo cane"?). A sentence or a quotation is taken for
/// another language than that of the text only when that is clear; all else is in the text's own.
final class Stretches {
    private static final int FEWEST_LETTERS = 8;
    private static final String OPENING = "\"“„«‹「『";
    private static final String CLOSING = "\"”“»›」』";

    private Stretches() {}

    private record Quotation(int start, int end) {}

    /// In order, without gaps; quotations within a sentence are stretches of their own where their language
    /// differs.
    ///
    /// @param candidates other languages that a part may be in
    static List<Stretch> of(String text, String language, Set<String> candidates) {
        List<Stretch> stretches = new ArrayList<>();
        int[] boundaries = Sentences.boundaries(text, language);
        for (int i = 1; i < boundaries.length; i++) {
            sentence(stretches, text, boundaries[i - 1], boundaries[i], language, candidates);
        }
        return stretches;
    }

    /// What a sentence quotes says nothing of its own language.
    private static void sentence(
            List<Stretch> stretches, String text, int from, int to, String language, Set<String> candidates) {
        List<Quotation> quotations = quotations(text, from, to);
        String its = language(without(quotations, text, from, to), language, candidates);
        int done = from;
        for (Quotation quotation : quotations) {
            String quoted = language(text.substring(quotation.start(), quotation.end()), its, candidates);
            if (!quoted.equals(its)) {
                add(stretches, its, done, quotation.start());
                add(stretches, quoted, quotation.start(), quotation.end());
                done = quotation.end();
            }
        }
        add(stretches, its, done, to);
    }

    private static List<Quotation> quotations(String text, int from, int to) {
        List<Quotation> quotations = new ArrayList<>();
        int open = -1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (open >= 0 && CLOSING.indexOf(c) >= 0) {
                quotations.add(new Quotation(open, at));
                open = -1;
            } else if (open < 0 && OPENING.indexOf(c) >= 0) {
                open = at + 1;
            }
        }
        return quotations;
    }

    private static String without(List<Quotation> quotations, String text, int from, int to) {
        if (quotations.isEmpty()) {
            return text.substring(from, to);
        }
        StringBuilder rest = new StringBuilder(to - from);
        int done = from;
        for (Quotation quotation : quotations) {
            rest.append(text, done, quotation.start());
            done = quotation.end();
        }
        return rest.append(text, done, to).toString();
    }

    /// A neighbour of the same language is made longer: most texts are one stretch.
    private static void add(List<Stretch> stretches, String language, int start, int end) {
        if (start == end) {
            return;
        }
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.language().equals(language)) {
            stretches.set(stretches.size() - 1, new Stretch(language, last.start(), end));
        } else {
            stretches.add(new Stretch(language, start, end));
        }
    }

    private static String language(String part, String otherwise, Set<String> candidates) {
        Scripts scripts = Scripts.of(part);
        if (scripts.isLatin()) {
            boolean clear = scripts.letters() < FEWEST_LETTERS || FunctionWords.speakFor(otherwise, part);
            return clear ? otherwise : LanguageDetection.clearly(part, otherwise, candidates);
        }
        String language = scripts.language();
        boolean kanji = "zh".equals(language) && otherwise.equals("ja");
        return language == null || kanji ? otherwise : language;
    }
}
