package dev.parlance.conversation.synthesis;

import dev.parlance.conversation.provider.Breaker;
import dev.parlance.conversation.provider.Breakers;
import dev.parlance.conversation.provider.Program;
import dev.parlance.conversation.provider.ProviderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Writes speech down in another format, by ffmpeg where it is installed.
@ApplicationScoped
public class Converter {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String command;
    private final Program program;
    private final Breaker breaker;
    private final boolean installed;

    Converter(FfmpegConfig config, Breakers breakers) {
        this.command = config.command();
        this.program = new Program("ffmpeg", config.patience());
        this.breaker = breakers.of("ffmpeg");
        this.installed = program.answers(command, "-version");
    }

    public boolean isInstalled() {
        return installed;
    }

    /// @throws ProviderFailure if there is no such sound
    public byte[] convert(byte[] sound, AudioFormat from, AudioFormat to) {
        List<String> words = new ArrayList<>(List.of(
                command, "-nostats", "-loglevel", "error", "-protocol_whitelist", "pipe", "-f", from.wireName(), "-i"));
        words.add("pipe:0");
        words.addAll(output(to));
        words.add("pipe:1");
        return breaker.call(byte[].class, () -> {
            byte[] converted = Wav.repaired(program.run(words, sound, SpeechEngine.MOST_BYTES));
            if (!to.begins(converted)) {
                throw ProviderFailure.Away.now("ffmpeg has made no sound", SOON);
            }
            return converted;
        });
    }

    /// Without a date or the program's name, so that the same sound gives the same bytes; speech, not music.
    private static List<String> output(AudioFormat format) {
        List<String> plain = List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-ac", "1");
        List<String> coded =
                switch (format) {
                    case MP3 -> List.of("-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3");
                    case WAV -> List.of("-c:a", "pcm_s16le", "-f", "wav");
                    case OGG -> List.of("-c:a", "libopus", "-b:a", "32k", "-f", "ogg");
                    case FLAC -> List.of("-c:a", "flac", "-f", "flac");
                };
        List<String> all = new ArrayList<>(plain);
        all.addAll(coded);
        return all;
    }
}
