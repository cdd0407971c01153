package dev.parlance.conversation.speech;

import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Speeches that nobody tries to make any more: each of their makers was gone before the end.
@ApplicationScoped
class GivenUpSpeeches {
    private static final String GIVEN_UP =
            "state = 'making' and attempts >= :makers and lease_until <= statement_timestamp()";

    private final Jdbi jdbi;
    private final SpeechConfig config;

    GivenUpSpeeches(Jdbi jdbi, SpeechConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /// @param hash     of what is said and how
    /// @param engine   that was to speak, and its version
    /// @param attempts makers who were gone before the end
    /// @param since    when the last one counted as gone
    record GivenUp(String hash, String engine, int attempts, Instant since) {}

    /// Newest first.
    List<GivenUp> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select encode(hash, 'hex'), engine, attempts, lease_until from speech
                        where\s""" + GIVEN_UP + """
                         and (cast(:afterTime as timestamptz) is null
                              or (lease_until, encode(hash, 'hex')) < (cast(:afterTime as timestamptz), :afterHash))
                        order by lease_until desc, encode(hash, 'hex') desc
                        limit :rows
                        """)
                .bind("makers", config.tries())
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterHash", page.isFirst() ? "" : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> new GivenUp(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list());
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from speech where " + GIVEN_UP)
                .bind("makers", config.tries())
                .mapTo(Long.class)
                .one());
    }

    /// A person thinks that it will succeed now: the next request has it made.
    ///
    /// @return whether it had been given up
    boolean retry(String hash) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from speech where hash = :hash and " + GIVEN_UP)
                        .bind("hash", HexFormat.of().parseHex(hash))
                        .bind("makers", config.tries())
                        .execute())
                == 1;
    }
}
