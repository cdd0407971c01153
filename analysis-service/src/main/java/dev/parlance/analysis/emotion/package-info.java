/// What a learner's text shows of feelings: how good or bad, which emotion, by what evidence, how sure. Pure and
/// thread-safe; reads the words of [dev.parlance.analysis.language] and word lists on the class path, nothing
/// else. Whoever looks for notable moments calls [dev.parlance.analysis.emotion.Emotions]; it calls no other
/// feature.
package dev.parlance.analysis.emotion;
