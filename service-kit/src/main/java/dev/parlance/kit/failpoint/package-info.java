/// Crashes and hangs on purpose, at moments that fault tests choose; nothing happens outside the profile `faults`. Any
/// package may call it.
package dev.parlance.kit.failpoint;
