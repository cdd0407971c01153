/// Traces one turn through the pipeline, for developers of clients and for operators: it reads the topic and asks the
/// other services. Nobody calls this package but HTTP.
package dev.parlance.conversation.operations.trace;
