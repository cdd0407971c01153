/// Treebanks in CoNLL-U and the scores against them. Called by the command words.
package dev.parlance.benchmark.analysis.gold;
