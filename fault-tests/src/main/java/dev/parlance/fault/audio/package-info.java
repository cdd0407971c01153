/// Clients that upload audio, and the check that rows and objects are one to one (I10). Called by the scenarios.
package dev.parlance.fault.audio;
