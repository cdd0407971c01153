/// Learners' local days, computed from facts, and tenants' dates, summed from learners' days; owns table
/// `learner_day`. Called by `projection` and `operations.recompute`; uses `fact`.
package dev.parlance.summary.day;
