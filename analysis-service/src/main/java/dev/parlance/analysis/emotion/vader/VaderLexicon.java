package dev.parlance.analysis.emotion.vader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// VADER's lexicon: 7,500 words, abbreviations and emoticons with the mean valence that ten raters gave them, -4
/// to 4.
///
/// It is read as data from the jar of `com.github.apanimesh061:vader-sentiment-analyzer` (MIT), whose code is not
/// used: a line in Latin-1 is token, mean, deviation and the ten ratings, with tabs between. Where a token stands
/// twice the later line counts, as in the published program. Source: Hutto & Gilbert, VADER, ICWSM 2014.
public record VaderLexicon(Map<String, Double> valences) {
    private static final String PATH = "/vader_sentiment_lexicon.txt";

    public static VaderLexicon load() {
        try (var in = VaderLexicon.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is missing from the class path");
            }
            var valences = HashMap.<String, Double>newHashMap(8_000);
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int token = line.indexOf('\t');
                int mean = line.indexOf('\t', token + 1);
                if (token > 0 && mean > 0) {
                    valences.put(line.substring(0, token), Double.valueOf(line.substring(token + 1, mean)));
                }
            }
            return new VaderLexicon(Map.copyOf(valences));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean contains(String lower) {
        return valences.containsKey(lower);
    }

    /// 0 for a word that it does not have.
    public double valence(String lower) {
        return valences.getOrDefault(lower, 0.0);
    }
}
