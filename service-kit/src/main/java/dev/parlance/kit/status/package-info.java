/// The state of the pipeline of a service, over HTTP and as metrics: what waits, how old it is, what is stuck. It
/// reads the other packages of the kit; none of them reads it. Services implement [BacklogSource].
package dev.parlance.kit.status;
