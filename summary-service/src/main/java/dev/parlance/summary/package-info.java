/// What the packages of summary-service share: changes of summaries and their revisions, leases and events. It uses
/// none of them.
package dev.parlance.summary;
