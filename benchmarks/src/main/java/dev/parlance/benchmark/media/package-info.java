/// The commands audio and speech. Called by the root package only.
package dev.parlance.benchmark.media;
