/// The daily picture of learning: what every feature of this service shares.
package dev.parlance.summary;
