package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.platform.client.SseClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Follows a live stream from the moment at which it is open.
final class LiveStreamListener implements AutoCloseable {
    private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(30);

    private final List<String> types = new CopyOnWriteArrayList<>();
    private final SseClient stream;

    LiveStreamListener(String url) throws InterruptedException {
        this.stream = new SseClient(() -> URI.create(url), event -> types.add(event.type()), _ -> {}).start();
        assertThat(stream.awaitOpen(OPEN_TIMEOUT)).isTrue();
    }

    /// The types of the events, in their order.
    List<String> types() {
        return types;
    }

    @Override
    public void close() {
        stream.close();
    }
}
