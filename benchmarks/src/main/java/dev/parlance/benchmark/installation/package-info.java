/// The installation under measurement: `./parlance up` in a directory of its own, looked at through its public APIs,
/// and the processes that it consists of. The commands and the load may call it; it calls neither.
package dev.parlance.benchmark.installation;
