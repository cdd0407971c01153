/// A Parlance of real processes behind proxies that can be killed, paused and cut off, and access to its broker.
package dev.parlance.fault.cluster;
