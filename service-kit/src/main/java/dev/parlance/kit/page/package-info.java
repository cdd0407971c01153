/// Lists over HTTP: bounded pages, the cursor of the next one, and ranges as filters. Resources and stores call it.
package dev.parlance.kit.page;
