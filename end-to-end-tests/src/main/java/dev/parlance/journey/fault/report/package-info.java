/// What came of each run, kept from run to run, and the page that is made of it.
package dev.parlance.journey.fault.report;
