/// Named refusals of the domain. Any package may throw a [DomainProblem]; package `http` makes it a response (RFC
/// 9457).
package dev.parlance.kit.problem;
