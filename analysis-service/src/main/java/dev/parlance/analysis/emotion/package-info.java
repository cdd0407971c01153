/// The emotion that a learner's text shows: how good or bad, which emotion, its evidence, how sure. Pure and
/// thread-safe; `highlight` calls [dev.parlance.analysis.emotion.EmotionScorer], stores and views read its score.
package dev.parlance.analysis.emotion;
