/// A wire between two programs of this machine that can be made slow, silent, deaf or cut. Knows bytes, and of
/// PostgreSQL's protocol just enough to see a COMMIT go by.
package dev.parlance.journey.fault.proxy;
