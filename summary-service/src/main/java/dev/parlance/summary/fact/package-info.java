/// What each analysed turn adds to which day; owns table `turn_fact`. Called by every other package of this service;
/// uses none of them.
package dev.parlance.summary.fact;
