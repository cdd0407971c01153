/// This machine: the checkout, directories, ports and settings of the environment. Every other package may call it; it
/// uses none of them.
package dev.parlance.platform.host;
