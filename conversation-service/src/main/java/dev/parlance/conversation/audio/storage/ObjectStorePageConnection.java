package dev.parlance.conversation.audio.storage;

import dev.parlance.kit.browser.PageConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// The page `/try` uploads audio to S3 itself.
@ApplicationScoped
class ObjectStorePageConnection implements PageConnection {
    private final StorageConfig config;

    ObjectStorePageConnection(StorageConfig config) {
        this.config = config;
    }

    @Override
    public URI url() {
        return config.publicUrl().orElseGet(config::url);
    }
}
