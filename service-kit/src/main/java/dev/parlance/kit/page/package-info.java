/// Lists over HTTP: bounded pages, the cursor of the next one, ranges as filters, and ids of requests. Resources and
/// stores call it.
package dev.parlance.kit.page;
