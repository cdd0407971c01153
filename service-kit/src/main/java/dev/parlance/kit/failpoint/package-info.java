/// Places where a test can let a service die at the worst moment. Nothing happens there outside the profile `faults`.
package dev.parlance.kit.failpoint;
