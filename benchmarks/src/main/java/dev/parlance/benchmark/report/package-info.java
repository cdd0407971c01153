/// Figures, tables, and the failure of a benchmark. It uses no other package.
package dev.parlance.benchmark.report;
