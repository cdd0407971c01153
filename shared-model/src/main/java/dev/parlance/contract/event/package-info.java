/// The events of each topic as records, validated when they are made. Every service and external consumer may use
/// them; they use `id`, not `json`.
package dev.parlance.contract.event;
