package dev.parlance.fault.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// What a made-up learner says once, with all that the tables must hold of it later. The words are made up too
/// (`w00017`), so that what is expected of them is counted without any tokenizer.
public record SimulatedTurn(
        UUID turn,
        UUID conversation,
        String learner,
        String module,
        String channel,
        String timeZone,
        List<String> words,
        List<String> replyWords,
        Instant occurredAt,
        int durationMs) {
    public SimulatedTurn {
        words = List.copyOf(words);
        replyWords = List.copyOf(replyWords);
    }

    public String learnerText() {
        return String.join(" ", words);
    }

    public String replyText() {
        return String.join(" ", replyWords);
    }

    /// The learner's day that it belongs to.
    public LocalDate date() {
        return occurredAt.atZone(ZoneId.of(timeZone)).toLocalDate();
    }

    public String hash() {
        return hash(conversation, learnerText(), replyText(), occurredAt, durationMs);
    }

    /// Of everything that a row of the table of turns must have kept.
    public static String hash(UUID conversation, String learnerText, String replyText, Instant at, int durationMs) {
        String all = "%s|%s|%s|%d|%d".formatted(conversation, learnerText, replyText, at.toEpochMilli(), durationMs);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
