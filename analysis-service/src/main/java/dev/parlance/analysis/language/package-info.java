/// Tokenizes texts and splits them into sentences and parts in one language. Pure and thread-safe: no clock but for
/// retries, no I/O but the dictionaries on the class path. Other packages of this service call
/// [dev.parlance.analysis.language.Languages] and the values of the package `text`; this package and those below it
/// call none of the service's other packages.
package dev.parlance.analysis.language;
