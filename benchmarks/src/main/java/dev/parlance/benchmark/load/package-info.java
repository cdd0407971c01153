/// Made-up learners who talk at a steady rate, and the watch for when their turns are counted. The commands call it.
package dev.parlance.benchmark.load;
