/// Simulated learners, their turns, and how long each turn takes until it is counted. Called by the commands.
package dev.parlance.benchmark.load;
