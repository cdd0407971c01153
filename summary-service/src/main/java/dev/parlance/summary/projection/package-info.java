/// Consumes `analysis-events`: stores facts and refreshes the days and modules that they change. Nobody calls this
/// package; it uses `fact`, `day` and `module`.
package dev.parlance.summary.projection;
