/// A week of invented conversations, and what Parlance makes of them.
package dev.parlance.cli.demo;
