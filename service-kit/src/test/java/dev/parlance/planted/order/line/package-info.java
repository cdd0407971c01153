/// Uses and is used by price: a planted circle. Only ArchitectureRulesTest reads it.
package dev.parlance.planted.order.line;
