/// Scaffolding of this service's tests: HTTP and SSE clients, topic reader, stubs, a clock and a browser.
package dev.parlance.conversation.testing;
