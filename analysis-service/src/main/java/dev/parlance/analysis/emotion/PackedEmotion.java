package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Emotion;
import java.util.ArrayList;
import java.util.List;

/// An emotion as few numbers: label, score, strength and confidence, the last three in ten-thousandths, and kind,
/// start and length of each evidence. The words of the evidence are in the text.
@SuppressWarnings("EnumOrdinal") // ordinals are what is stored
public final class PackedEmotion {
    /// By the number under which each is stored: a new one goes to the end.
    private static final List<Emotion> LABELS = List.of(
            Emotion.JOY,
            Emotion.LOVE,
            Emotion.SADNESS,
            Emotion.FEAR,
            Emotion.ANGER,
            Emotion.SURPRISE,
            Emotion.POSITIVE,
            Emotion.NEGATIVE,
            Emotion.NEUTRAL);

    private static final double SCALE = 10_000;
    private static final int HEADER_NUMBERS = 4;
    private static final int NUMBERS_PER_EVIDENCE = 3;

    private PackedEmotion() {}

    public static int[] pack(EmotionScore emotion) {
        int[] numbers = new int[HEADER_NUMBERS + emotion.evidence().size() * NUMBERS_PER_EVIDENCE];
        numbers[0] = LABELS.indexOf(emotion.label());
        numbers[1] = scaled(emotion.score());
        numbers[2] = scaled(emotion.strength());
        numbers[3] = scaled(emotion.confidence());
        int at = HEADER_NUMBERS;
        for (Evidence evidence : emotion.evidence()) {
            numbers[at++] = evidence.kind().ordinal();
            numbers[at++] = evidence.start();
            numbers[at++] = evidence.end() - evidence.start();
        }
        return numbers;
    }

    /// @param text of which they were made
    public static EmotionScore unpack(String text, int[] numbers) {
        List<Evidence> evidence = new ArrayList<>();
        for (int at = HEADER_NUMBERS; at < numbers.length; at += NUMBERS_PER_EVIDENCE) {
            int start = numbers[at + 1];
            int end = start + numbers[at + 2];
            evidence.add(new Evidence(Evidence.Kind.values()[numbers[at]], text.substring(start, end), start, end));
        }
        return new EmotionScore(
                numbers[1] / SCALE, numbers[2] / SCALE, LABELS.get(numbers[0]), evidence, numbers[3] / SCALE);
    }

    private static int scaled(double share) {
        return (int) Math.round(share * SCALE);
    }
}
