/// The notable moments of a learner's turns. What makes one is pure and thread-safe (`Moment`, `HighlightRules`,
/// `LongSentences`, `EmotionalMoments`, `Excerpt`): whoever analyses turns calls it with the words and sentences
/// of [dev.parlance.analysis.language]; what feelings a text shows is asked of [dev.parlance.analysis.emotion].
/// First uses of words need the learner's history and are decided where that is kept.
package dev.parlance.analysis.highlight;
