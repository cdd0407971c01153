package dev.parlance.conversation.audio.storage;

import dev.parlance.kit.problem.DomainProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.minio.errors.ErrorResponseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// All calls to S3: limits how many run at once, counts them, and turns every failure into [ObjectStoreUnavailable].
@ApplicationScoped
class ObjectStoreCalls {
    private static final Logger LOG = Logger.getLogger(ObjectStoreCalls.class);
    private static final Set<String> NOT_FOUND_CODES = Set.of("NoSuchKey", "NotFound");
    private static final Pattern ERROR_CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");

    private final Semaphore permits;
    private final MeterRegistry metrics;

    ObjectStoreCalls(StorageConfig config, MeterRegistry metrics) {
        this.permits = new Semaphore(config.maxConcurrentCalls());
        this.metrics = metrics;
    }

    /// @throws ObjectStoreUnavailable for every failure, a missing object included
    <T> T run(String call, Callable<T> work) {
        if (!permits.tryAcquire()) {
            throw failed(call, "busy");
        }
        try {
            T result = work.call();
            count(call, "done");
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(call, "interrupted");
        } catch (ObjectStoreUnavailable unavailable) {
            throw failed(call, unavailable.reason());
        } catch (DomainProblem | IllegalArgumentException e) {
            throw e;
        } catch (Exception e) {
            throw failed(call, reason(e));
        } finally {
            permits.release();
        }
    }

    /// @return empty if S3 has no such object
    /// @throws ObjectStoreUnavailable for every other failure
    <T> Optional<T> find(String call, Callable<T> work) {
        return run(call, () -> {
            try {
                return Optional.of(work.call());
            } catch (ErrorResponseException e) {
                if (NOT_FOUND_CODES.contains(e.errorResponse().code())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /// @param body of S3's error response, in XML
    static ObjectStoreUnavailable unavailable(int status, String body) {
        Matcher code = ERROR_CODE.matcher(body);
        return new ObjectStoreUnavailable(code.find() ? code.group(1) : "status-" + status);
    }

    private ObjectStoreUnavailable failed(String call, String reason) {
        count(call, "failed");
        LOG.warnf("event=object-store-unavailable call=%s cause=%s", call, reason);
        return new ObjectStoreUnavailable(reason);
    }

    private void count(String call, String outcome) {
        metrics.counter("parlance.storage.calls", "call", call, "outcome", outcome)
                .increment();
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof ErrorResponseException response
                ? response.errorResponse().code()
                : root.getClass().getSimpleName();
    }
}
