package dev.parlance.analysis.turn;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;

/// A word that the database refuses for good until this is closed, as it would refuse a key that is too long.
public final class UnstorableWord implements AutoCloseable {
    public static final String WORD = "unstorable";

    private final Jdbi owner;

    private UnstorableWord(Jdbi owner) {
        this.owner = owner;
    }

    public static UnstorableWord refuse() {
        String database = ConfigProvider.getConfig().getValue("PARLANCE_DB_URL", String.class);
        Jdbi owner = Jdbi.create(database + "?currentSchema=analysis", "analysis_owner", "analysis_owner");
        owner.useHandle(handle ->
                handle.execute("alter table vocabulary add constraint unstorable_word check (lemma <> '%s') not valid"
                        .formatted(WORD)));
        return new UnstorableWord(owner);
    }

    @Override
    public void close() {
        owner.useHandle(handle -> handle.execute("alter table vocabulary drop constraint unstorable_word"));
    }
}
