/// Child processes: start, wait, stop, pid files and logs. Called by the other packages and by the command line; uses
/// `host`.
package dev.parlance.platform.process;
