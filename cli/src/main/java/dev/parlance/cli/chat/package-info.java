/// A conversation typed into a terminal: turns go out, and what is found in them comes back on the live stream.
package dev.parlance.cli.chat;
