package dev.parlance.kit.outbox;

import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Update;

/// A statement that changes a table and can be part of another one: where few callers share a transaction, its round
/// trips cost more than its rows.
///
/// @param name   of the part, for example the table; none twice in a statement
/// @param sql    an insert or an update whose parameters are called like no other part's
/// @param values binds them
public record Write(String name, String sql, Consumer<Update> values) {}
