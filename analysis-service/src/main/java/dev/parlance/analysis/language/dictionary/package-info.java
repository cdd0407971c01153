/// Tables, dictionaries and frequency lists on the class path. Called by the packages of the languages and by features
/// that have tables of their own.
package dev.parlance.analysis.language.dictionary;
