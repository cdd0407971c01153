package dev.parlance.kit.offset;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/// The broker's admin client: for lag and end offsets, never to change anything. After an outage of the broker a
/// client may lose a request for good and accept no further ones; so calls time out, and a new client replaces one
/// that did not answer.
@Singleton
class KafkaAdmin {
    private static final int API_TIMEOUT_MILLIS = 5_000;
    private static final long CALL_TIMEOUT_MILLIS = 8_000;

    private final Map<String, Object> settings;
    private Admin current;

    KafkaAdmin(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        current = Admin.create(settings);
    }

    <T> T call(Function<Admin, KafkaFuture<T>> request) throws ExecutionException, InterruptedException {
        Admin client = current();
        try {
            return request.apply(client).get(CALL_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            replace(client);
            throw new ExecutionException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                replace(client);
            }
            throw e;
        }
    }

    @PreDestroy
    void close() {
        current().close(Duration.ZERO);
    }

    private synchronized Admin current() {
        return current;
    }

    private synchronized void replace(Admin unresponsive) {
        if (current == unresponsive) {
            current = Admin.create(settings);
            unresponsive.close(Duration.ZERO);
        }
    }
}
