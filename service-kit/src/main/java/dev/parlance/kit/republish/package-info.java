/// A service tells its past again, from its own tables, beside what happens now: for readers that lost theirs. A
/// service offers its [dev.parlance.kit.republish.PastEvents] and sets `kit.republish=true` when it is built: orders
/// are then taken at `/v1/admin/republish`. Everything else is here.
package dev.parlance.kit.republish;
