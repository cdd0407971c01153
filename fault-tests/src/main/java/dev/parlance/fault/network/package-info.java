/// A TCP proxy that delays, cuts and swallows traffic. Called by the cluster and the scenarios.
package dev.parlance.fault.network;
