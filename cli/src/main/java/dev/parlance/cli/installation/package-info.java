/// An installation of Parlance on this machine: what it is made of, how it is started and stopped, and what is known
/// about the one that runs. `Installation` starts one, `RunningInstallation` is what everybody else may know of it.
package dev.parlance.cli.installation;
