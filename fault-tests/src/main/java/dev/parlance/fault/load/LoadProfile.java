package dev.parlance.fault.load;

/// How learners talk.
///
/// @param prefix      of their ids; also their module, in small letters
/// @param turnsPerSecond   turns that become due each second, whatever became of those before
/// @param duplicateRatio the part of all accepted turns that is sent again for no reason, 0 to 1
public record LoadProfile(String prefix, int learners, double turnsPerSecond, double duplicateRatio) {
    /// The load of most fault tests: 200 learners, 60 turns a second, one in twenty sent twice.
    public static LoadProfile standard(String prefix) {
        return new LoadProfile(prefix, 200, 60, 0.05);
    }

    public LoadProfile withTurnsPerSecond(double turnsPerSecond) {
        return new LoadProfile(prefix, learners, turnsPerSecond, duplicateRatio);
    }

    public LoadProfile withLearners(int people) {
        return new LoadProfile(prefix, people, turnsPerSecond, duplicateRatio);
    }
}
