/// What linguists, tutors and hostile people give to measure the analysis of texts by, and how it fares: used by
/// `./parlance bench words` alone.
package dev.parlance.benchmark.gold;
