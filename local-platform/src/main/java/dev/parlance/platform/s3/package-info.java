/// Embedded S3 (S3Proxy) and its keys. Called by the root package; uses `part`, `process` and `host`.
package dev.parlance.platform.s3;
