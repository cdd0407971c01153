/// What somebody asks for that takes its time: the orders of a kind, in a table that says how far each has come. A
/// service has a table, and a noun with its plural, for each kind; whoever works on them takes a lease.
package dev.parlance.kit.order;
