package dev.parlance.analysis.text;

import dev.parlance.analysis.emotion.Emotion;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Evidence;
import java.util.ArrayList;
import java.util.List;

/// What a text shows of feelings, in few numbers: label, score, strength and confidence, the last three in
/// ten-thousandths, and of each piece of evidence its kind, start and length. The words of the evidence are in the
/// text.
@SuppressWarnings("EnumOrdinal") // places are what is stored
final class EmotionNumbers {
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

    private static final double PARTS = 10_000;
    private static final int HEAD = 4;
    private static final int PER_EVIDENCE = 3;

    private EmotionNumbers() {}

    static int[] of(EmotionScore emotion) {
        int[] numbers = new int[HEAD + emotion.evidence().size() * PER_EVIDENCE];
        numbers[0] = LABELS.indexOf(emotion.label());
        numbers[1] = parts(emotion.score());
        numbers[2] = parts(emotion.strength());
        numbers[3] = parts(emotion.confidence());
        int at = HEAD;
        for (Evidence piece : emotion.evidence()) {
            numbers[at++] = piece.kind().ordinal();
            numbers[at++] = piece.start();
            numbers[at++] = piece.end() - piece.start();
        }
        return numbers;
    }

    /// @param text of which they were made
    static EmotionScore on(String text, int[] numbers) {
        List<Evidence> evidence = new ArrayList<>();
        for (int at = HEAD; at < numbers.length; at += PER_EVIDENCE) {
            int start = numbers[at + 1];
            int end = start + numbers[at + 2];
            evidence.add(new Evidence(Evidence.Kind.values()[numbers[at]], text.substring(start, end), start, end));
        }
        return new EmotionScore(
                numbers[1] / PARTS, numbers[2] / PARTS, LABELS.get(numbers[0]), evidence, numbers[3] / PARTS);
    }

    private static int parts(double share) {
        return (int) Math.round(share * PARTS);
    }
}
