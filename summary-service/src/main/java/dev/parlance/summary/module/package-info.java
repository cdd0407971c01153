/// How much each module is used, day by day: learners' days in a module, kept by the batch that changes them, and
/// the modules' days summed from those by a single writer.
package dev.parlance.summary.module;
