/// Uses the area order. Only ArchitectureRulesTest reads it.
package dev.parlance.planted.customer;
