/// The analysis as jobs: what is done, what failed, and once more. The state itself stands in the turn's row.
package dev.parlance.analysis.job;
