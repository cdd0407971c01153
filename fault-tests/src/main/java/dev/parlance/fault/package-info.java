/// What `./parlance faults` runs: subcommands, options and the runner of scenarios. No other package imports it.
package dev.parlance.fault;
