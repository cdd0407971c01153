package dev.parlance.kit.jdbc;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Provides JDBI on the schema of the service. Statements join the transaction of the caller; JDBI never begins or
/// ends one.
@Dependent
class Database {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.installPlugin(new PostgresPlugin());
        // Errors of statements never hold the bound values: these may be what a learner said.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new TypedArrays());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        return jdbi;
    }
}
