package dev.parlance.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
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
        jdbi.registerArgument(new ByteArrays());
        jdbi.registerArrayType(Instant.class, "timestamptz", at -> at == null ? null : at.toString());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        return jdbi;
    }

    /// JDBI's own array types hand the driver an `Object[]`, in which it refuses a `byte[]`.
    private static final class ByteArrays extends AbstractArgumentFactory<byte[][]> {
        ByteArrays() {
            super(Types.ARRAY);
        }

        @Override
        protected Argument build(byte[][] value, ConfigRegistry config) {
            return (position, statement, _) ->
                    statement.setArray(position, statement.getConnection().createArrayOf("bytea", value));
        }
    }
}
