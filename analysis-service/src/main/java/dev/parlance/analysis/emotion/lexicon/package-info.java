/// The reviewed word lists by which emotions are found, and negation by word lists. Only `emotion` calls it.
package dev.parlance.analysis.emotion.lexicon;
