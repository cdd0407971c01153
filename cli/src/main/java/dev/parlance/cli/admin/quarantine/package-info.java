/// `quarantine list`, `show`, `retry` and `discard`. Only the root package calls it; it uses `http`, `installation`
/// and `terminal`.
package dev.parlance.cli.admin.quarantine;
