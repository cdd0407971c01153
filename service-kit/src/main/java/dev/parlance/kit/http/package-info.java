/// HTTP of all services: problems as responses (RFC 9457), limits of bodies, strict JSON, times. Filters and mappers
/// apply to every resource; code without a resource calls [ProblemResponse].
package dev.parlance.kit.http;
