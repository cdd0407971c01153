/// Ids of learners, conversations and turns, and ids derived from them. Everybody may use them.
package dev.parlance.contract.id;
