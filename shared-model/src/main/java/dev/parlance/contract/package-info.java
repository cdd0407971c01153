/// The event contracts of Parlance: ids that check themselves, one sealed family of events per topic, and the JSON
/// they travel as. Every service and every outside reader depends on this package; it depends on nothing but
/// Jackson.
package dev.parlance.contract;
