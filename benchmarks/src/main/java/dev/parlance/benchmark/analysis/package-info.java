/// The command words: accuracy and speed of the text analysis. Called by the root package only.
package dev.parlance.benchmark.analysis;
