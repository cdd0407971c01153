/// `reanalyze`, `republish` and `audio sweep`: long jobs in a service that are followed to their end; and
/// `audio adopt`. Only the root package calls it; it uses `http`, `installation` and `terminal`.
package dev.parlance.cli.admin.jobs;
