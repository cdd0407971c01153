/// From the conversations' events to the analysis' events: turns are received, analysed, stored and published. The
/// table is in `turn.store`; `operations` replaces analyses through [dev.parlance.analysis.turn.RenewAnalyses].
package dev.parlance.analysis.turn;
