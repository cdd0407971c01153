/// What an analyser is, what it gets and what it returns, and how a turn is taken through all of them. It knows no
/// analyser: each stands in a package of its own and is called through this one.
package dev.parlance.analysis.analyzer;
