package dev.parlance.analysis.analyzer;

/// A notable moment in a learner's turn, identified by turn, type and place: the same text has the same highlights
/// again. Stored as JSON.
///
/// @param place       tells highlights of one type and turn apart
/// @param description one line for a person
/// @param start       first UTF-16 code unit of what made it notable
/// @param end         one past the last
public record TextHighlight(String type, String place, String description, int start, int end) {
    public static final String NEW_WORD = "new_word";
    public static final String LONG_SENTENCE = "long_sentence";
    public static final String EMOTIONAL_MOMENT = "emotional_moment";
}
