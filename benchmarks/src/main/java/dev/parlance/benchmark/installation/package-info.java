/// The installation under test, which `./parlance up` starts with new data on free ports. Called by the commands and
/// the load.
package dev.parlance.benchmark.installation;
