/// Output for a person: sentences, tables, progress, and Ctrl-C. Every other package may call it; it uses none of
/// them.
package dev.parlance.cli.terminal;
