/// The usage of modules: learners' days in a module, written with the facts, and modules' days, summed from them by
/// one writer; owns tables `module_learner_day`, `module_day` and `module_mark`. Called by `projection` and
/// `operations.recompute`; uses `fact`.
package dev.parlance.summary.module;
