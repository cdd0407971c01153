/// The commands of `./parlance bench`: each starts an installation of its own, measures one thing several times, checks
/// that nothing was lost or doubled, and prints a Markdown table. Nobody calls in from outside but the command line.
package dev.parlance.benchmark;
