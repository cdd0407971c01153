/// What the tests of this service share: turns in the words of the domain, and a reader of whole topics.
package dev.parlance.summary;
