package dev.parlance.analysis.language.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// A dictionary of inflected forms in Morfologik's format: a finite-state automaton in which every form leads to its
/// lemmas, each with a tag of the dictionary's own tag set and, in some dictionaries, a frequency class. Some hundred
/// thousand forms take one to three megabytes. Safe for any number of threads.
///
/// Source of the format: https://github.com/morfologik/morfologik-stemming
public final class MorphologicalDictionary {
    /// One analysis of a form.
    ///
    /// @param tag in the dictionary's own tag set, without the frequency class; empty where the dictionary has none
    public record DictionaryEntry(String lemma, String tag) {}

    /// In UTF-16 code units. Longer forms are looked up in no dictionary: none of them is a word.
    public static final int MAX_FORM_LENGTH = 60;
    /// The node that no path leads to: no form has this prefix.
    public static final int NO_NODE = 0;

    private static final int MAX_ASCII_CHAR = 0x7F;

    private final Dictionary dictionary;
    private final FSA automaton;
    private final Charset charset;
    private final byte separator;

    private MorphologicalDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.automaton = dictionary.fsa;
        this.charset = Charset.forName(dictionary.metadata.getEncoding());
        this.separator = dictionary.metadata.getSeparator();
    }

    /// @param resource without its extension: `.dict` holds the automaton, `.info` its encoding and separator
    public static MorphologicalDictionary load(String resource) {
        try (var automaton = TsvResource.open(resource + ".dict");
                var metadata = TsvResource.open(resource + ".info")) {
            return new MorphologicalDictionary(Dictionary.read(automaton, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// Case-sensitive; empty for an unknown form.
    public List<DictionaryEntry> entries(String form) {
        if (form.length() > MAX_FORM_LENGTH) {
            return List.of();
        }
        var entries = new ArrayList<DictionaryEntry>();
        // a lookup holds buffers that threads cannot share
        for (WordData found : new DictionaryLookup(dictionary).lookup(form)) {
            entries.add(new DictionaryEntry(found.getStem().toString(), tag(found)));
        }
        return entries;
    }

    private String tag(WordData found) {
        CharSequence tag = found.getTag();
        if (tag == null || tag.isEmpty()) {
            return "";
        }
        int end = tag.length() - (hasFrequencies() ? 1 : 0);
        return tag.subSequence(0, end).toString();
    }

    private boolean hasFrequencies() {
        return dictionary.metadata.isFrequencyIncluded();
    }

    /// Case-sensitive. True also for some strings that hold the separator and have no entry.
    public boolean knows(String form) {
        int node = find(form);
        return node != NO_NODE && isFormEnd(node);
    }

    /// The frequency class that ends each entry of the form, A to Z as 0 (rarest) to 25 (most frequent); 0 for an
    /// unknown form. Only for dictionaries that have frequency classes.
    public int frequency(String form) {
        int node = find(form);
        int entries = node == NO_NODE ? NO_NODE : followByte(node, separator);
        if (entries != NO_NODE) {
            for (ByteBuffer entry : automaton.getSequences(entries)) {
                return entry.get(entry.limit() - 1) - 'A'; // the same in all entries of a form
            }
        }
        return 0;
    }

    private int find(String form) {
        int node = form.length() > MAX_FORM_LENGTH ? NO_NODE : root();
        for (int i = 0; i < form.length() && node != NO_NODE; i++) {
            node = follow(node, form.charAt(i));
        }
        return node;
    }

    /// The node of the empty prefix.
    public int root() {
        return automaton.getRootNode();
    }

    /// The node of the prefix that is one character longer; [#NO_NODE] if no form has it.
    public int follow(int node, char next) {
        if (next <= MAX_ASCII_CHAR) {
            return followByte(node, (byte) next);
        }
        int target = node;
        ByteBuffer bytes = charset.encode(String.valueOf(next));
        while (target != NO_NODE && bytes.hasRemaining()) {
            target = followByte(target, bytes.get());
        }
        return target;
    }

    /// Whether the prefix of this node is a form.
    public boolean isFormEnd(int node) {
        return automaton.getArc(node, separator) != 0;
    }

    private int followByte(int node, byte label) {
        int arc = automaton.getArc(node, label);
        return arc == 0 || automaton.isArcTerminal(arc) ? NO_NODE : automaton.getEndNode(arc);
    }
}
