/// The installation of this checkout: its paths, ports, state and logs (`status`, `logs`). Called by every package
/// that needs the address of a service; uses `terminal`.
package dev.parlance.cli.installation;
