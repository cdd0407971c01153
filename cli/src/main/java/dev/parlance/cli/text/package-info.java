/// `analyze` and `speak`: one text to a service. Only the root package calls it; it uses `http`, `installation` and
/// `terminal`.
package dev.parlance.cli.text;
