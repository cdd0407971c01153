/// Offsets at the broker, and how fresh derived data is by them. Resources use [DerivedRead]; consumer reports applied
/// batches.
package dev.parlance.kit.offset;
