/// Made-up learners who talk at a steady rate and do what a good client does: send again what was not answered, under
/// the same id.
package dev.parlance.journey.fault.load;
