package dev.parlance.conversation.speech.engine;

import dev.parlance.conversation.speech.provider.CircuitBreaker;
import dev.parlance.conversation.speech.provider.CircuitBreakers;
import dev.parlance.conversation.speech.provider.ExternalCommand;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Converts speech to another format by ffmpeg, if it is installed.
@ApplicationScoped
public class FfmpegConverter {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String command;
    private final ExternalCommand ffmpeg;
    private final CircuitBreaker breaker;
    private final boolean installed;

    FfmpegConverter(FfmpegConfig config, CircuitBreakers breakers) {
        this.command = config.command();
        this.ffmpeg = new ExternalCommand("ffmpeg", config.timeout());
        this.breaker = breakers.of("ffmpeg");
        this.installed = ffmpeg.isAvailable(command, "-version");
    }

    public boolean isInstalled() {
        return installed;
    }

    /// @throws ProviderFailure if the conversion fails
    public byte[] convert(byte[] audio, SpeechFormat from, SpeechFormat to) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "-nostats", "-loglevel", "error", "-protocol_whitelist", "pipe", "-f", from.wireName(), "-i"));
        arguments.add("pipe:0");
        arguments.addAll(outputArguments(to));
        arguments.add("pipe:1");
        return breaker.call(byte[].class, () -> {
            byte[] converted = WavHeader.repair(ffmpeg.run(arguments, audio, SpeechEngine.MAX_AUDIO_BYTES));
            if (!to.matches(converted)) {
                throw ProviderFailure.Unavailable.of("ffmpeg has made no sound", RETRY_AFTER);
            }
            return converted;
        });
    }

    /// Without date and program name, so that the same input gives the same bytes; bit rates for speech, mono.
    private static List<String> outputArguments(SpeechFormat format) {
        List<String> common = List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-ac", "1");
        List<String> codec =
                switch (format) {
                    case MP3 -> List.of("-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3");
                    case WAV -> List.of("-c:a", "pcm_s16le", "-f", "wav");
                    case OGG -> List.of("-c:a", "libopus", "-b:a", "32k", "-f", "ogg");
                    case FLAC -> List.of("-c:a", "flac", "-f", "flac");
                };
        List<String> all = new ArrayList<>(common);
        all.addAll(codec);
        return all;
    }
}
