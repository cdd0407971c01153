/// The reading calls over HTTP: a turn's analysis, highlights, vocabulary, and the analysis of any text. They read the
/// stores of the other packages and write nothing; `operations` shows jobs as this package does.
package dev.parlance.analysis.query;
