/// The parts of a platform and their settings. Called by the root package and by `kafka`, `postgres` and `s3`; uses
/// `process` and `host`.
package dev.parlance.platform.part;
