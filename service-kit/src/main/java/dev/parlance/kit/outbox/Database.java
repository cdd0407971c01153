package dev.parlance.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Offers SQL on this service's schema. Statements join the caller's transaction, which JDBI never begins or ends by
/// itself.
@Dependent
class Database {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.installPlugin(new PostgresPlugin());
        // A statement that fails says why, never what was bound to it: that may be what a learner said.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new TypedArrays());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        return jdbi;
    }
}
