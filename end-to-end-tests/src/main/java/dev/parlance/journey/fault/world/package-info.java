/// A whole Parlance of real processes, each of which can be killed, paused and cut off.
package dev.parlance.journey.fault.world;
