/// Work that operators ask for and that takes its time: rows with status and progress. A service has a table and a URL
/// for each kind; a leased worker does the work.
package dev.parlance.kit.job;
