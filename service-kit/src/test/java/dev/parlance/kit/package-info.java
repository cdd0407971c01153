/// The kit's own tests.
package dev.parlance.kit;
