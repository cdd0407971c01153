/// VADER's rules and lexicon for English. Only `emotion` calls it.
package dev.parlance.analysis.emotion.vader;
