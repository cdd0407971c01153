/// An HTTP/1.1 load generator: open or closed loop over kept connections. Called by the commands and the load.
package dev.parlance.benchmark.load.http;
