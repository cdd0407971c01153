/// What was found in a text, as it is shown over HTTP and as it is kept beside a turn. Both are made of the same: a
/// text, how it was read, and what it shows of feelings.
package dev.parlance.analysis.text;
