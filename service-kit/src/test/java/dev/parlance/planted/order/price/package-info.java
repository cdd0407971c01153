/// Uses and is used by line: a planted circle. Only ArchitectureRulesTest reads it.
package dev.parlance.planted.order.price;
