/// How hard a word is, by the word lists that an installation or one of its tenants brings. Lists are kept in tables
/// and held in memory.
package dev.parlance.analysis.level;
