/// What a form of Italian, Spanish, French or Portuguese may be: lemmas, word classes, costs. Called by the package
/// `romance` alone.
package dev.parlance.analysis.language.romance.morphology;
