/// `import`: sends conversations from JSON Lines through the public API. An import can be repeated, because every id
/// is computed from the file. Called by the root package and `demo`.
package dev.parlance.cli.importing;
