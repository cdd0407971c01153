/// `tail`: shows events of the topics, one line each and never text of a learner. Only the root package calls it.
package dev.parlance.cli.event;
