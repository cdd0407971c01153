/// POSTs that may be repeated: under an `Idempotency-Key` the same request has the same answer, and one effect.
package dev.parlance.conversation.idempotency;
