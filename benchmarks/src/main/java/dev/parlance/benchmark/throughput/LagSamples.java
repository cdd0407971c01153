package dev.parlance.benchmark.throughput;

import java.util.ArrayList;
import java.util.List;

/// How far the counted turns lie behind the accepted ones, sample by sample.
public final class LagSamples {
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(double atSeconds, long accepted, long counted) {}

    /// @param at seconds from the start of the load; later than at the look before
    public synchronized void add(double at, long accepted, long counted) {
        samples.add(new Sample(at, accepted, counted));
    }

    /// The age, in seconds, of the oldest turn that was not counted when it was last looked.
    public synchronized double lastSeconds() {
        return samples.isEmpty() ? 0 : lagSeconds(samples.size() - 1);
    }

    /// The greatest age at any look since this time.
    public synchronized double maxSecondsSince(double at) {
        double worst = 0;
        for (int look = 0; look < samples.size(); look++) {
            if (samples.get(look).atSeconds >= at) {
                worst = Math.max(worst, lagSeconds(look));
            }
        }
        return worst;
    }

    /// Until when had as many been accepted as are counted at this look? Straight lines between the looks.
    private double lagSeconds(int number) {
        Sample now = samples.get(number);
        if (now.counted >= now.accepted) {
            return 0;
        }
        Sample after = now;
        for (int look = number; look >= 0 && samples.get(look).accepted > now.counted; look--) {
            after = samples.get(look);
        }
        int at = samples.indexOf(after);
        Sample before = at == 0 ? new Sample(0, 0, 0) : samples.get(at - 1);
        double part = (double) (now.counted - before.accepted) / (after.accepted - before.accepted);
        return now.atSeconds - (before.atSeconds + part * (after.atSeconds - before.atSeconds));
    }
}
