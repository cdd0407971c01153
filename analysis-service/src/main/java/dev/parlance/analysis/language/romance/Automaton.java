package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// A dictionary as its file holds it: an automaton of half a megabyte to three, in which every form leads to its
/// lemmas and tags. Safe for any number of threads.
public final class Automaton {
    /// No node: no word begins so.
    static final int NOWHERE = 0;

    private static final int LAST_OF_ASCII = 0x7F;
    private static final int LONGEST = 60;

    private final Dictionary dictionary;
    private final FSA automaton;
    private final Charset charset;
    private final byte separator;

    private Automaton(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.automaton = dictionary.fsa;
        this.charset = Charset.forName(dictionary.metadata.getEncoding());
        this.separator = dictionary.metadata.getSeparator();
    }

    /// @param resource without its ending: `.dict` holds the automaton, `.info` what is to be known about it
    public static Automaton read(String resource) {
        try (var automaton = Table.open(resource + ".dict");
                var about = Table.open(resource + ".info")) {
            return new Automaton(Dictionary.read(automaton, about));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    boolean hasFrequencies() {
        return dictionary.metadata.isFrequencyIncluded();
    }

    /// The entries of a form, to be read before the next look: they are views.
    List<WordData> entries(String form) {
        return new DictionaryLookup(dictionary).lookup(form); // not thread-safe, and cheap beside what it finds
    }

    int root() {
        return automaton.getRootNode();
    }

    int after(int node, char letter) {
        if (letter <= LAST_OF_ASCII) {
            return step(node, (byte) letter);
        }
        int here = node;
        ByteBuffer bytes = charset.encode(String.valueOf(letter));
        while (here != NOWHERE && bytes.hasRemaining()) {
            here = step(here, bytes.get());
        }
        return here;
    }

    int after(String form) {
        int node = root();
        for (int i = 0; i < form.length() && node != NOWHERE; i++) {
            node = after(node, form.charAt(i));
        }
        return node;
    }

    /// Whether a form ends here.
    boolean isForm(int node) {
        return automaton.getArc(node, separator) != 0;
    }

    public boolean knows(String form) {
        int node = form.length() > LONGEST ? NOWHERE : after(form);
        return node != NOWHERE && isForm(node);
    }

    /// By the letter of the form, A for the rarest to Z for the commonest: 0 to 25, and 0 for what is no form.
    public int frequency(String form) {
        int node = form.length() > LONGEST ? NOWHERE : after(form);
        int entries = node == NOWHERE ? NOWHERE : step(node, separator);
        if (entries != NOWHERE) {
            for (ByteBuffer entry : automaton.getSequences(entries)) {
                return entry.get(entry.limit() - 1) - 'A'; // the same in all
            }
        }
        return 0;
    }

    private int step(int node, byte label) {
        int arc = automaton.getArc(node, label);
        return arc == 0 || automaton.isArcTerminal(arc) ? NOWHERE : automaton.getEndNode(arc);
    }
}
