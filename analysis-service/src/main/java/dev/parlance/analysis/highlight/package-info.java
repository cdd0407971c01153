/// The notable moments of a learner's turns: long sentences and emotional moments. The rules are pure and thread-safe.
/// First uses of words need the learner's other turns and are found in `turn`. `turn` and `query` call
/// [dev.parlance.analysis.highlight.Excerpt] and read [dev.parlance.analysis.highlight.HighlightFindings].
package dev.parlance.analysis.highlight;
