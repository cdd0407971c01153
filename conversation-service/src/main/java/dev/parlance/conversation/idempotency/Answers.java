package dev.parlance.conversation.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.parlance.contract.Digest;
import dev.parlance.kit.problem.InvalidRequest;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Answers given to POSTs that carried an `Idempotency-Key`. Effect and answer are stored in one transaction under a
/// lock on the key, so a crash leaves both or neither and never a key that is "in progress" for ever.
@ApplicationScoped
public class Answers {
    private static final Duration KEPT = Duration.ofHours(48);
    private static final int LONGEST_KEY = 255;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Answers(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /// What is answered.
    ///
    /// @param location the header of this name, or null
    /// @param body     anything that JSON can show; a String is JSON already
    public record Answer(int status, String location, Object body) {
        public static Answer created(String location, Object body) {
            return new Answer(201, location, body);
        }

        public static Answer ok(Object body) {
            return new Answer(200, null, body);
        }

        public RestResponse<String> asResponse() {
            var response = RestResponse.ResponseBuilder.<String>create(status).entity((String) body);
            if (location != null) {
                response.header("Location", location);
            }
            return response.build();
        }
    }

    /// @param hash of the body that was answered
    @SuppressWarnings("ArrayRecordComponent") // compared by once()
    private record Kept(Answer answer, byte[] hash) {}

    /// Does the work once per tenant, path and key; without a key, each time.
    ///
    /// @throws IdempotencyKeyReused if the key came with another body before
    /// @throws RequestInProgress    if the first request is still at work
    @Transactional
    public Answer once(String tenant, String path, String key, Object body, Supplier<Answer> work) {
        if (key == null) {
            return written(work.get());
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidRequest("Idempotency-Key", "Idempotency-Key must have 1 to 255 characters", LONGEST_KEY);
        }
        byte[] hash = hash(body);
        return jdbi.withHandle(handle -> {
            if (!lock(handle, tenant + "\n" + path + "\n" + key)) {
                throw new RequestInProgress();
            }
            Optional<Kept> kept = find(handle, tenant, path, key);
            if (kept.isEmpty()) {
                Answer answer = written(work.get());
                keep(handle, tenant, path, key, new Kept(answer, hash));
                return answer;
            }
            if (!Arrays.equals(kept.get().hash(), hash)) {
                throw new IdempotencyKeyReused();
            }
            return kept.get().answer();
        });
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOld() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from idempotent_answer where created_at < :before")
                .bind("before", clock.instant().minus(KEPT))
                .execute());
    }

    private static boolean lock(Handle handle, String name) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<Kept> find(Handle handle, String tenant, String path, String key) {
        return handle.createQuery("""
                        select status, location, answer, body_hash from idempotent_answer
                        where tenant = :tenant and path = :path and key = :key
                        """)
                .bind("tenant", tenant)
                .bind("path", path)
                .bind("key", key)
                .map((row, _) ->
                        new Kept(new Answer(row.getInt(1), row.getString(2), row.getString(3)), row.getBytes(4)))
                .findOne();
    }

    private void keep(Handle handle, String tenant, String path, String key, Kept kept) {
        handle.createUpdate("""
                        insert into idempotent_answer (tenant, path, key, body_hash, status, location, answer, created_at)
                        values (:tenant, :path, :key, :hash, :status, :location, :answer, :now)
                        """)
                .bind("tenant", tenant)
                .bind("path", path)
                .bind("key", key)
                .bind("hash", kept.hash())
                .bind("status", kept.answer().status())
                .bind("location", kept.answer().location())
                .bind("answer", (String) kept.answer().body())
                .bind("now", clock.instant())
                .execute();
    }

    /// The answer with its body as it is sent, kept nowhere.
    public Answer written(Answer answer) {
        try {
            return new Answer(answer.status(), answer.location(), json.writeValueAsString(answer.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer is always writable", impossible);
        }
    }

    private byte[] hash(Object body) {
        try {
            byte[] canonical = json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .writeValueAsBytes(body);
            return Digest.SHA_256.of(canonical);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a body that was read can be written", impossible);
        }
    }
}
