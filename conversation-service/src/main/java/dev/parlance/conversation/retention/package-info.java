/// Sound is kept for a time and then removed, and what has lost its other half is found: objects without a row, rows
/// without an object. Done here and not by rules of the store, which not every store has.
package dev.parlance.conversation.retention;
