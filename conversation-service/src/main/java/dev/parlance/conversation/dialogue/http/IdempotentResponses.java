package dev.parlance.conversation.dialogue.http;

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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The stored responses to POST requests with an `Idempotency-Key`; it owns the table `idempotent_answer`. Effect and
/// response are stored in one transaction under a lock on the key, so that a crash leaves both or neither and no key
/// stays in progress.
@ApplicationScoped
public class IdempotentResponses {
    private static final Duration RETENTION = Duration.ofHours(48);
    private static final int MAX_KEY_CHARACTERS = 255;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentResponses(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /// @param bodyHash of the request's body
    @SuppressWarnings("ArrayRecordComponent") // compared by executeOnce()
    private record StoredResponse(SerializedResponse response, byte[] bodyHash) {}

    /// Executes the work once per tenant, path and key; without a key, each time.
    ///
    /// @param key null if the request has none
    /// @throws IdempotencyKeyReused if the key was used before with another body
    /// @throws RequestInProgress    if the first request with this key is still running
    @Transactional
    public SerializedResponse executeOnce(
            String tenant, String path, String key, Object body, Supplier<ResponseData> work) {
        return key == null ? serialize(work.get()) : executeOnceHashed(tenant, path, key, hash(body), work);
    }

    /// The same with a key, for a caller that has not kept the body.
    ///
    /// @param bodyHash of the body's canonical JSON
    @Transactional
    public SerializedResponse executeOnceHashed(
            String tenant, String path, String key, byte[] bodyHash, Supplier<ResponseData> work) {
        if (key.isBlank() || key.length() > MAX_KEY_CHARACTERS) {
            throw new InvalidRequest(
                    "Idempotency-Key", "Idempotency-Key must have 1 to 255 characters", MAX_KEY_CHARACTERS);
        }
        return jdbi.withHandle(handle -> {
            if (!tryLock(handle, tenant + "\n" + path + "\n" + key)) {
                throw new RequestInProgress();
            }
            Optional<StoredResponse> stored = find(handle, tenant, path, key);
            if (stored.isEmpty()) {
                SerializedResponse response = serialize(work.get());
                insert(handle, tenant, path, key, new StoredResponse(response, bodyHash));
                return response;
            }
            if (!Arrays.equals(stored.get().bodyHash(), bodyHash)) {
                throw new IdempotencyKeyReused();
            }
            return stored.get().response();
        });
    }

    @Scheduled(every = "1h", delayed = "10m")
    void deleteExpired() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from idempotent_answer where created_at < :before")
                .bind("before", clock.instant().minus(RETENTION))
                .execute());
    }

    private static boolean tryLock(Handle handle, String name) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<StoredResponse> find(Handle handle, String tenant, String path, String key) {
        return handle.createQuery("""
                        select status, location, answer, body_hash from idempotent_answer
                        where tenant = :tenant and path = :path and key = :key
                        """)
                .bind("tenant", tenant)
                .bind("path", path)
                .bind("key", key)
                .map((row, _) -> new StoredResponse(
                        new SerializedResponse(row.getInt(1), row.getString(2), row.getString(3)), row.getBytes(4)))
                .findOne();
    }

    private void insert(Handle handle, String tenant, String path, String key, StoredResponse stored) {
        handle.createUpdate("""
                        insert into idempotent_answer (tenant, path, key, body_hash, status, location, answer, created_at)
                        values (:tenant, :path, :key, :hash, :status, :location, :answer, :now)
                        """)
                .bind("tenant", tenant)
                .bind("path", path)
                .bind("key", key)
                .bind("hash", stored.bodyHash())
                .bind("status", stored.response().status())
                .bind("location", stored.response().location())
                .bind("answer", stored.response().json())
                .bind("now", clock.instant())
                .execute();
    }

    /// The response with its body as JSON; nothing is stored.
    public SerializedResponse serialize(ResponseData response) {
        try {
            return new SerializedResponse(
                    response.status(), response.location(), json.writeValueAsString(response.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a response body can always be written", impossible);
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
            throw new IllegalStateException("a body that was parsed can be written", impossible);
        }
    }
}
