/// Events as Kafka records and back, and the JSON format of instants and dates. Used by producers and consumers
/// of events.
package dev.parlance.contract.json;
