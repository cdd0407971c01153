package dev.parlance.conversation.synthesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.conversation.provider.Breaker;
import dev.parlance.conversation.provider.Breakers;
import dev.parlance.conversation.provider.Program;
import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.kit.problem.InvalidRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// espeak-ng as a process of this machine: no network, no key, many languages, and the voice of a machine. It hears
/// the text by its input; only names that it has given itself become its arguments.
final class EspeakNg implements SpeechEngine {
    private static final BigDecimal WORDS_PER_MINUTE = new BigDecimal(175);
    private static final BigDecimal SLOWEST = new BigDecimal(80);
    private static final BigDecimal FASTEST = new BigDecimal(450);
    private static final int LIST_BYTES = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+[\\w.-]*");
    /// ` 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)`
    private static final Pattern LANGUAGE = Pattern.compile("^\\s*\\d+\\s+([a-z][a-z0-9-]*)\\s.*$", Pattern.MULTILINE);
    private static final Pattern OTHER_NAME = Pattern.compile("\\(([a-z][a-z0-9-]*) \\d+\\)");
    private static final Pattern VARIANT = Pattern.compile("!v/([A-Za-z0-9_-]+)\\s*$", Pattern.MULTILINE);

    private final String command;
    private final Program program;
    private final Breaker breaker;
    private final String version;
    private final Set<String> languages;
    private final Set<String> variants;

    /// @throws ProviderFailure if it is not installed
    EspeakNg(EspeakNgConfig config, Breakers breakers) {
        this.command = config.command();
        this.program = new Program("espeak-ng", config.patience());
        this.version = version(told("--version"));
        this.languages = languages(told("--voices"));
        this.variants = found(VARIANT, told("--voices=variant"));
        this.breaker = breakers.of("espeak-ng");
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public AudioFormat usual() {
        return AudioFormat.WAV;
    }

    @Override
    public Set<AudioFormat> formats() {
        return Set.of(AudioFormat.WAV);
    }

    /// Voices are its variants, such as `f3`, which speak every language.
    @Override
    public String voice(String language, String wanted) {
        String base = base(language.toLowerCase(Locale.ROOT));
        if (wanted == null) {
            return base;
        }
        if (!variants.contains(wanted)) {
            throw new InvalidRequest("voice", "There is no such voice");
        }
        return base + "+" + wanted;
    }

    @Override
    public byte[] speak(Utterance utterance) {
        List<String> words = List.of(
                command, "-v", utterance.voice(), "-s", wordsPerMinute(utterance), "-b", "1", "--stdin", "--stdout");
        return breaker.call(byte[].class, () -> {
            byte[] sound = Wav.repaired(program.run(words, utterance.text().getBytes(UTF_8), MOST_BYTES));
            if (!AudioFormat.WAV.begins(sound)) {
                throw ProviderFailure.Away.now("espeak-ng has made no sound", SOON);
            }
            return sound;
        });
    }

    private String told(String option) {
        return new String(program.run(List.of(command, option), new byte[0], LIST_BYTES), UTF_8);
    }

    /// The language or, where it does not know the country's, the language in general.
    private String base(String language) {
        String tag = language;
        while (!languages.contains(tag)) {
            int last = tag.lastIndexOf('-');
            if (last < 0) {
                throw new InvalidRequest("language", "No voice speaks this language");
            }
            tag = tag.substring(0, last);
        }
        return tag;
    }

    private static String wordsPerMinute(Utterance utterance) {
        return utterance
                .speed()
                .multiply(WORDS_PER_MINUTE)
                .max(SLOWEST)
                .min(FASTEST)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String version(String told) {
        Matcher version = VERSION.matcher(told);
        return version.find() ? version.group() : "unknown";
    }

    private static Set<String> languages(String told) {
        Set<String> languages = new HashSet<>(found(LANGUAGE, told));
        languages.addAll(found(OTHER_NAME, told));
        return languages;
    }

    private static Set<String> found(Pattern pattern, String told) {
        return pattern.matcher(told).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
