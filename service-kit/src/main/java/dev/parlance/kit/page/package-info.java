/// Lists over HTTP: a bounded page, the cursor to the next, and the ranges that filter them.
package dev.parlance.kit.page;
