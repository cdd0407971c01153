/// Tests of whole journeys over real processes: from a conversation to the day, kills, rebuild, two instances.
package dev.parlance.journey;
