/// The table `analyzed_turn`: no other package names it in SQL. `turn` writes it; `query` and `operations` read it
/// through these stores.
package dev.parlance.analysis.turn.store;
