package dev.parlance.journey.fault.load;

/// How learners talk.
///
/// @param prefix      of their ids; also their module, in small letters
/// @param perSecond   turns that become due each second, whatever became of those before
/// @param repetitions the part of all accepted turns that is sent again for no reason, 0 to 1
public record Shape(String prefix, int learners, double perSecond, double repetitions) {
    /// The load of most fault tests: 200 learners, 60 turns a second, one in twenty sent twice.
    public static Shape standard(String prefix) {
        return new Shape(prefix, 200, 60, 0.05);
    }

    public Shape at(double turnsPerSecond) {
        return new Shape(prefix, learners, turnsPerSecond, repetitions);
    }

    public Shape with(int people) {
        return new Shape(prefix, people, perSecond, repetitions);
    }
}
