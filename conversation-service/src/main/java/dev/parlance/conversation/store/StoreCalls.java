package dev.parlance.conversation.store;

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

/// Every call of S3 passes here: only so many at once, counted, and its failures under one name.
@ApplicationScoped
class StoreCalls {
    private static final Logger LOG = Logger.getLogger(StoreCalls.class);
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NotFound");
    private static final Pattern CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");

    private final Semaphore places;
    private final MeterRegistry metrics;

    StoreCalls(StoreConfig config, MeterRegistry metrics) {
        this.places = new Semaphore(config.atOnce());
        this.metrics = metrics;
    }

    /// @throws StoreUnavailable whatever goes wrong, a missing object too
    <T> T run(String call, Callable<T> asked) {
        if (!places.tryAcquire()) {
            throw failed(call, "busy");
        }
        try {
            T answer = asked.call();
            count(call, "done");
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(call, "interrupted");
        } catch (StoreUnavailable unavailable) {
            throw failed(call, unavailable.reason());
        } catch (DomainProblem | IllegalArgumentException ours) {
            throw ours;
        } catch (Exception e) {
            throw failed(call, reason(e));
        } finally {
            places.release();
        }
    }

    /// @return nothing where S3 has no such object
    /// @throws StoreUnavailable whatever else goes wrong
    <T> Optional<T> find(String call, Callable<T> asked) {
        return run(call, () -> {
            try {
                return Optional.of(asked.call());
            } catch (ErrorResponseException e) {
                if (MISSING.contains(e.errorResponse().code())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /// @param body of S3's refusal, in XML
    static StoreUnavailable refused(int status, String body) {
        Matcher code = CODE.matcher(body);
        return new StoreUnavailable(code.find() ? code.group(1) : "status-" + status);
    }

    private StoreUnavailable failed(String call, String reason) {
        count(call, "failed");
        LOG.warnf("event=object-store-unavailable call=%s cause=%s", call, reason);
        return new StoreUnavailable(reason);
    }

    private void count(String call, String outcome) {
        metrics.counter("parlance.store.calls", "call", call, "outcome", outcome)
                .increment();
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof ErrorResponseException refused
                ? refused.errorResponse().code()
                : root.getClass().getSimpleName();
    }
}
