/// What passes on the topics, for a person who watches: one line an event, and never a word of what a learner said.
package dev.parlance.cli.event;
