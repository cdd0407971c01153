/// How the pipeline of a service fares: what waits in it, how old it is, who is stuck; and the door that closes when
/// too much waits. It looks at the other packages of the kit; none of them looks at it.
package dev.parlance.kit.pipeline;
