package dev.parlance.conversation.speech.cache;

import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Speeches that are no longer attempted: every worker that tried died or lost its lease.
@ApplicationScoped
public class GivenUpSpeeches {
    private static final String GIVEN_UP_CONDITION =
            "state = 'making' and attempts >= :maxAttempts and lease_until <= statement_timestamp()";

    private final Jdbi jdbi;
    private final SpeechConfig config;

    GivenUpSpeeches(Jdbi jdbi, SpeechConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /// @param hash     of the request
    /// @param engine   that was to synthesize it, and its version
    /// @param attempts workers whose lease expired
    /// @param since    when the last lease expired
    record GivenUp(String hash, String engine, int attempts, Instant since) {}

    /// Newest first.
    List<GivenUp> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select encode(hash, 'hex'), engine, attempts, lease_until from speech
                        where\s""" + GIVEN_UP_CONDITION + """
                         and (cast(:afterTime as timestamptz) is null
                              or (lease_until, encode(hash, 'hex')) < (cast(:afterTime as timestamptz), :afterHash))
                        order by lease_until desc, encode(hash, 'hex') desc
                        limit :rows
                        """)
                .bind("maxAttempts", config.maxAttempts())
                .bind("afterTime", page.instantAfter(0))
                .bind("afterHash", page.isFirst() ? "" : page.textAfter(1))
                .bind("rows", page.rows())
                .map((row, _) -> new GivenUp(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list());
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from speech where " + GIVEN_UP_CONDITION)
                .bind("maxAttempts", config.maxAttempts())
                .mapTo(Long.class)
                .one());
    }

    /// Deletes the row, so that the next request makes the speech again.
    ///
    /// @return whether the speech was given up
    boolean retry(String hash) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("delete from speech where hash = :hash and " + GIVEN_UP_CONDITION)
                                .bind("hash", HexFormat.of().parseHex(hash))
                                .bind("maxAttempts", config.maxAttempts())
                                .execute())
                == 1;
    }
}
