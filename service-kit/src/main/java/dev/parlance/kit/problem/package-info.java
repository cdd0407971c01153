/// Named refusals of the domain and how they look over HTTP (RFC 9457), and which failures pass by themselves.
/// Everybody may throw a [DomainProblem]; only this package knows about status codes.
package dev.parlance.kit.problem;
