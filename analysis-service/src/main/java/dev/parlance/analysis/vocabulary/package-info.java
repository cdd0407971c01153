/// The words of a text, and the words that each learner has used with the first use of each. The analyser, the records
/// it stores and the table `vocabulary` are here; `level`, `highlight`, `turn` and `query` call them.
package dev.parlance.analysis.vocabulary;
