/// What each analysed turn adds to its day, followed from the analysis, and the two occasions on which days are
/// computed from it: new facts, and a person who asks. Nobody else calls this package.
package dev.parlance.summary.fact;
