/// The event contracts of Parlance: validated ids, one sealed family of events per topic, and their JSON. Here lie the
/// digests and the check of text that ids and events share. Every service and every external consumer may use these
/// packages; they use nothing but Jackson.
package dev.parlance.contract;
