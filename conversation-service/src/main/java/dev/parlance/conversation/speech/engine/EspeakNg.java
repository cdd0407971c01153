package dev.parlance.conversation.speech.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.conversation.speech.provider.CircuitBreaker;
import dev.parlance.conversation.speech.provider.CircuitBreakers;
import dev.parlance.conversation.speech.provider.ExternalCommand;
import dev.parlance.conversation.speech.provider.ProviderFailure;
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

/// espeak-ng as a local process: no network, no key, many languages, a synthetic voice. Text goes to its standard
/// input; arguments are only names that espeak-ng itself has listed.
final class EspeakNg implements SpeechEngine {
    private static final BigDecimal WORDS_PER_MINUTE = new BigDecimal(175);
    private static final BigDecimal MIN_WORDS_PER_MINUTE = new BigDecimal(80);
    private static final BigDecimal MAX_WORDS_PER_MINUTE = new BigDecimal(450);
    private static final int MAX_LIST_BYTES = 1 << 20;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+[\\w.-]*");
    /// ` 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)`
    private static final Pattern LANGUAGE = Pattern.compile("^\\s*\\d+\\s+([a-z][a-z0-9-]*)\\s.*$", Pattern.MULTILINE);
    private static final Pattern OTHER_NAME = Pattern.compile("\\(([a-z][a-z0-9-]*) \\d+\\)");
    private static final Pattern VARIANT = Pattern.compile("!v/([A-Za-z0-9_-]+)\\s*$", Pattern.MULTILINE);

    private final String command;
    private final ExternalCommand espeakNg;
    private final CircuitBreaker breaker;
    private final String version;
    private final Set<String> languages;
    private final Set<String> variants;

    /// @throws ProviderFailure if it is not installed
    EspeakNg(EspeakNgConfig config, CircuitBreakers breakers) {
        this.command = config.command();
        this.espeakNg = new ExternalCommand("espeak-ng", config.timeout());
        this.version = version(readOutput("--version"));
        this.languages = languages(readOutput("--voices"));
        this.variants = findAll(VARIANT, readOutput("--voices=variant"));
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
    public SpeechFormat defaultFormat() {
        return SpeechFormat.WAV;
    }

    @Override
    public Set<SpeechFormat> formats() {
        return Set.of(SpeechFormat.WAV);
    }

    /// Voices are its variants, such as `f3`; each speaks every language.
    @Override
    public String voice(String language, String wanted) {
        String base = baseVoice(languages, language.toLowerCase(Locale.ROOT));
        if (wanted == null) {
            return base;
        }
        if (!variants.contains(wanted)) {
            throw new InvalidRequest("voice", "There is no such voice");
        }
        return base + "+" + wanted;
    }

    @Override
    public byte[] synthesize(Utterance utterance) {
        List<String> arguments = List.of(
                command, "-v", utterance.voice(), "-s", wordsPerMinute(utterance), "-b", "1", "--stdin", "--stdout");
        return breaker.call(byte[].class, () -> {
            byte[] audio =
                    WavHeader.repair(espeakNg.run(arguments, utterance.text().getBytes(UTF_8), MAX_AUDIO_BYTES));
            if (!SpeechFormat.WAV.matches(audio)) {
                throw ProviderFailure.Unavailable.of("espeak-ng has made no sound", RETRY_AFTER);
            }
            return audio;
        });
    }

    private String readOutput(String option) {
        return new String(espeakNg.run(List.of(command, option), new byte[0], MAX_LIST_BYTES), UTF_8);
    }

    /// The language, or if it is not known with this country, the language without it. Only what may be a name is
    /// looked up, so that a tag costs as much as its length.
    ///
    /// @param names of languages
    static String baseVoice(Set<String> names, String language) {
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        for (int end = language.length(); end > 0; end = language.lastIndexOf('-', end - 1)) {
            if (end <= longest && names.contains(language.substring(0, end))) {
                return language.substring(0, end);
            }
        }
        throw new InvalidRequest("language", "No voice speaks this language");
    }

    private static String wordsPerMinute(Utterance utterance) {
        return utterance
                .speed()
                .multiply(WORDS_PER_MINUTE)
                .max(MIN_WORDS_PER_MINUTE)
                .min(MAX_WORDS_PER_MINUTE)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String version(String output) {
        Matcher version = VERSION.matcher(output);
        return version.find() ? version.group() : "unknown";
    }

    private static Set<String> languages(String output) {
        Set<String> languages = new HashSet<>(findAll(LANGUAGE, output));
        languages.addAll(findAll(OTHER_NAME, output));
        return languages;
    }

    private static Set<String> findAll(Pattern pattern, String output) {
        return pattern.matcher(output).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
