package dev.parlance.analysis.text;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.List;

/// A text with what was found in it.
///
/// @param read    word by word
/// @param words   its different words, each once
/// @param emotion null where nobody could tell
public record AnnotatedText(String text, ReadText read, List<UsedWord> words, EmotionScore emotion) {}
