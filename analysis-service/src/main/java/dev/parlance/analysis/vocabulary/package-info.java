/// The words that a learner has used, and which use was the first.
package dev.parlance.analysis.vocabulary;
