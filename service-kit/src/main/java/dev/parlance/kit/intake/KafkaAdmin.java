package dev.parlance.kit.intake;

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

/// The broker's admin client: for lag and ends of partitions, never to change anything. After a silence of the broker a
/// client may lose a question for good, and take the next ones no more; so nobody waits for longer than the client
/// should, and after that there is a new client.
@Singleton
class KafkaAdmin {
    private static final int ANSWER_MILLIS = 5_000;
    private static final long PATIENCE_MILLIS = 8_000;

    private final Map<String, Object> settings;
    private Admin current;

    KafkaAdmin(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        current = Admin.create(settings);
    }

    <T> T answer(Function<Admin, KafkaFuture<T>> question) throws ExecutionException, InterruptedException {
        Admin asked = current();
        try {
            return question.apply(asked).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            replace(asked);
            throw new ExecutionException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                replace(asked);
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

    private synchronized void replace(Admin silent) {
        if (current == silent) {
            current = Admin.create(settings);
            silent.close(Duration.ZERO);
        }
    }
}
