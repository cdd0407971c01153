/// Recomputes days from their facts on request; owns table `recompute_request`. Nobody calls this package; it uses
/// `fact`, `day` and `module`.
package dev.parlance.summary.operations.recompute;
