/// What one instance of a service does at a time: leases in the service's database, and workers that hold one. Any
/// package may use them; the names of leases are stored data.
package dev.parlance.kit.lease;
