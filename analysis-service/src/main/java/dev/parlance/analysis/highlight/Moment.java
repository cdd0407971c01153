package dev.parlance.analysis.highlight;

/// A notable moment in a learner's turn. Turn, type and place identify it: the same text has the same moments again.
///
/// @param place what tells moments of one type and turn apart
/// @param description one line for a person
/// @param start first UTF-16 code unit of what made it notable
/// @param end one past the last
public record Moment(String type, String place, String description, int start, int end) {
    public static final String NEW_WORD = "new_word";
    public static final String LONG_SENTENCE = "long_sentence";
    public static final String EMOTIONAL_MOMENT = "emotional_moment";

    /// The version of the rules of this package: a change of a floor, a list or a threshold is a new version.
    public static final int VERSION = 2;
}
