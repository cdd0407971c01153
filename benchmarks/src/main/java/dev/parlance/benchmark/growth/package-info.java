/// An installation that has been in use for years, made in minutes: real turns, sent as everybody sends them, and then
/// copied row by row in the tables. Called by the command `growth`.
package dev.parlance.benchmark.growth;
