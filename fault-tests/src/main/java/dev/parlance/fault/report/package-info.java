/// Results that are kept on disk, and docs/reliability.md made of them. Called by the root package.
package dev.parlance.fault.report;
