/// `levels import`, `list` and `remove`. Only the root package calls it; it uses `http`, `installation` and
/// `terminal`.
package dev.parlance.cli.admin.levels;
