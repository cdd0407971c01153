package dev.parlance.benchmark.load;

import java.util.ArrayList;
import java.util.List;

/// How far what is counted lies behind what was accepted, look by look.
public final class Lag {
    private final List<Look> looks = new ArrayList<>();

    private record Look(double at, long accepted, long counted) {}

    /// @param at seconds from the start of the load; later than at the look before
    public synchronized void look(double at, long accepted, long counted) {
        looks.add(new Look(at, accepted, counted));
    }

    /// The age, in seconds, of the oldest turn that was not counted when it was last looked.
    public synchronized double last() {
        return looks.isEmpty() ? 0 : seconds(looks.size() - 1);
    }

    /// The greatest age at any look since this time.
    public synchronized double worstSince(double at) {
        double worst = 0;
        for (int look = 0; look < looks.size(); look++) {
            if (looks.get(look).at >= at) {
                worst = Math.max(worst, seconds(look));
            }
        }
        return worst;
    }

    /// Until when had as many been accepted as are counted at this look? Straight lines between the looks.
    private double seconds(int number) {
        Look now = looks.get(number);
        if (now.counted >= now.accepted) {
            return 0;
        }
        Look after = now;
        for (int look = number; look >= 0 && looks.get(look).accepted > now.counted; look--) {
            after = looks.get(look);
        }
        int at = looks.indexOf(after);
        Look before = at == 0 ? new Look(0, 0, 0) : looks.get(at - 1);
        double part = (double) (now.counted - before.accepted) / (after.accepted - before.accepted);
        return now.at - (before.at + part * (after.at - before.at));
    }
}
