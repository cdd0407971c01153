package dev.parlance.summary;

import dev.parlance.kit.testing.Arrows;

/// The arrows of this service.
class ArrowsTest extends Arrows {
    ArrowsTest() {
        super("dev.parlance.summary");
    }
}
