package dev.parlance.analysis.language.detection;

import dev.parlance.analysis.language.text.LanguageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Divides a text of mixed languages into spans of one language. Learners mix by whole sentences and by quotations (Is
/// it "il cane" or "lo cane"?); a sentence or a quotation gets another language than the text's only if that is clear.
/// A text in an unknown language stays so, but for scripts of a single language: otherwise the same word would get
/// different languages from turn to turn.
public final class LanguageSegmenter {
    private static final int MIN_LETTERS = 8;
    private static final String OPENING_QUOTES = "\"“„«‹「『";
    private static final String CLOSING_QUOTES = "\"”“»›」』";

    private LanguageSegmenter() {}

    private record Quotation(int start, int end) {}

    /// In order, without gaps. A quotation within a sentence is a span of its own if its language differs.
    ///
    /// @param boundaries of the text's sentences: 0, …, the text's length
    /// @param language of the text: a primary subtag
    /// @param candidates other languages that a part may be in, as primary subtags
    public static List<LanguageSpan> segment(String text, int[] boundaries, String language, Set<String> candidates) {
        List<LanguageSpan> spans = new ArrayList<>();
        for (int i = 1; i < boundaries.length; i++) {
            segmentSentence(spans, text, boundaries[i - 1], boundaries[i], language, candidates);
        }
        return spans;
    }

    /// Quotations are no evidence of the language of their sentence.
    private static void segmentSentence(
            List<LanguageSpan> spans, String text, int from, int to, String language, Set<String> candidates) {
        List<Quotation> quotations = quotations(text, from, to);
        String sentenceLanguage =
                detectLanguage(textOutsideQuotations(quotations, text, from, to), language, candidates);
        int done = from;
        for (Quotation quotation : quotations) {
            String quotationLanguage =
                    detectLanguage(text.substring(quotation.start(), quotation.end()), sentenceLanguage, candidates);
            if (!quotationLanguage.equals(sentenceLanguage)) {
                add(spans, sentenceLanguage, done, quotation.start());
                add(spans, quotationLanguage, quotation.start(), quotation.end());
                done = quotation.end();
            }
        }
        add(spans, sentenceLanguage, done, to);
    }

    private static List<Quotation> quotations(String text, int from, int to) {
        List<Quotation> quotations = new ArrayList<>();
        int open = -1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (open >= 0 && CLOSING_QUOTES.indexOf(c) >= 0) {
                quotations.add(new Quotation(open, at));
                open = -1;
            } else if (open < 0 && OPENING_QUOTES.indexOf(c) >= 0) {
                open = at + 1;
            }
        }
        return quotations;
    }

    private static String textOutsideQuotations(List<Quotation> quotations, String text, int from, int to) {
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

    /// Extends the last span if it has the same language: most texts are one span.
    private static void add(List<LanguageSpan> spans, String language, int start, int end) {
        if (start == end) {
            return;
        }
        LanguageSpan last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.language().equals(language)) {
            spans.set(spans.size() - 1, new LanguageSpan(language, last.start(), end));
        } else {
            spans.add(new LanguageSpan(language, start, end));
        }
    }

    private static String detectLanguage(String part, String defaultLanguage, Set<String> candidates) {
        ScriptCounts scripts = ScriptCounts.of(part);
        if (scripts.isLatin()) {
            boolean keepsDefault = defaultLanguage.equals(LanguageCode.UNDETERMINED)
                    || scripts.letters() < MIN_LETTERS
                    || FunctionWords.clearlyIndicate(defaultLanguage, part);
            return keepsDefault ? defaultLanguage : LanguageDetection.detectPart(part, defaultLanguage, candidates);
        }
        String language = scripts.language();
        boolean kanjiOnly = "zh".equals(language) && defaultLanguage.equals("ja");
        return language == null || kanjiOnly ? defaultLanguage : language;
    }
}
