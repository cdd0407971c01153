/// Requests that are generated from the OpenAPI documents of the services, valid and hostile ones, each by its number
/// and a seed. Called by the package above.
package dev.parlance.fault.fuzz.request;
