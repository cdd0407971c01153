/// How the command line talks to a person: sentences, tables, and whether anybody watches. Every other package of
/// the command line may call it; it calls none of them.
package dev.parlance.cli.terminal;
