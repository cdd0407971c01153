/// Publishes the events of a service again, from its own tables and beside current ones, for consumers that lost
/// their data. A service offers an [EventSource] and sets `kit.republish=true` at build time: then republications
/// are accepted at `/v1/admin/republish`.
package dev.parlance.kit.republish;
