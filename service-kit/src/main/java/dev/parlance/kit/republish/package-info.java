/// A service tells its past again, from its own tables, beside what happens now: for readers that lost theirs. A
/// service offers its [dev.parlance.kit.republish.PastEvents] and a resource that orders; everything else is here.
package dev.parlance.kit.republish;
