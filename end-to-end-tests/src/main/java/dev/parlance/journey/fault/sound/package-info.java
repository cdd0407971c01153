/// Clients that send sound, what they were answered, and whether rows and objects are one to one afterwards (I10).
package dev.parlance.journey.fault.sound;
