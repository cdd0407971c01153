package dev.parlance.conversation.store;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Objects by key, in one bucket of any S3. A key is written once: no store is trusted to refuse a second writing
/// (S3Proxy ignores `If-None-Match`), so whoever stores makes a new key.
///
/// Every call may throw [StoreUnavailable], at the latest after the configured time-outs; none knows what a learner
/// is.
@ApplicationScoped
public class ObjectStore {
    private static final String METADATA = "x-amz-meta-";

    private final StoreConfig config;
    private final Optional<StoreClients> clients;
    private final StoreCalls calls;

    ObjectStore(StoreConfig config, StoreCalls calls, Clock clock) {
        this.config = config;
        this.calls = calls;
        this.clients = config.accessKey()
                .flatMap(access -> config.secretKey().map(secret -> new StoreClients(config, access, secret, clock)));
    }

    /// Bytes on their way in, in this order and of this number.
    ///
    /// @param length in bytes; fewer or more, and nothing is stored
    public record Content(InputStream bytes, long length, String contentType, Map<String, String> metadata) {}

    /// Stores an object, byte by byte as they come.
    ///
    /// @throws IOException what the stream threw: the sender's fault, not the store's
    public void put(String key, Content content) throws IOException {
        var bytes = new Sent(content.bytes());
        SignedRequest signed = signed("PUT", config.url(), key, headers(content), Map.of(), config.transferTimeout());
        var request = HttpRequest.newBuilder(signed.url())
                .timeout(config.transferTimeout())
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), content.length()));
        signed.headers().forEach(request::header);
        try {
            calls.run("put", () -> {
                HttpResponse<String> answer = client().uploads().send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw StoreCalls.refused(answer.statusCode(), answer.body());
                }
                return null;
            });
        } catch (StoreUnavailable unavailable) {
            if (bytes.failure() != null) {
                throw bytes.failure();
            }
            throw unavailable;
        }
    }

    /// What S3 knows of an object; nothing where there is none.
    public Optional<StoredObject> head(String key) {
        return calls.find("head", () -> {
            StatObjectResponse head = minio().statObject(StatObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .build());
            Map<String, String> metadata = new HashMap<>();
            for (Map.Entry<String, String> one : head.userMetadata()) {
                metadata.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue());
            }
            return new StoredObject(
                    key,
                    head.size(),
                    head.contentType(),
                    metadata,
                    head.lastModified().toInstant());
        });
    }

    /// An object's bytes, to be closed by whoever reads them; nothing where there is none.
    public Optional<InputStream> get(String key) {
        return calls.find("get", () -> minio().getObject(GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(key)
                .build()));
    }

    /// Some of an object's bytes, to be closed by whoever reads them; nothing where there is no object.
    public Optional<InputStream> get(String key, ByteRange range) {
        return calls.find("get", () -> minio().getObject(GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(key)
                .offset(range.first())
                .length(range.length())
                .build()));
    }

    /// A request that stores exactly so many bytes of this kind under this key, for somebody else to send. Asks S3
    /// nothing.
    ///
    /// @param content its `bytes` are not looked at
    public SignedRequest signedPut(String key, Content content, Duration validity) {
        return signed("PUT", publicUrl(), key, headers(content), Map.of(), validity);
    }

    /// A request that reads this object, for somebody else to send. Asks S3 nothing.
    ///
    /// @param contentType what S3 is to answer as the object's type
    public SignedRequest signedGet(String key, String contentType, Duration validity) {
        return signed("GET", publicUrl(), key, Map.of(), Map.of("response-content-type", contentType), validity);
    }

    /// Copies an object within the bucket, without its bytes passing here.
    ///
    /// @return false if there is nothing to copy
    public boolean copy(String from, String to, String contentType, Map<String, String> metadata) {
        return calls.find("copy", () -> minio().copyObject(CopyObjectArgs.builder()
                        .bucket(config.bucket())
                        .object(to)
                        .source(SourceObject.builder()
                                .bucket(config.bucket())
                                .object(from)
                                .build())
                        .metadataDirective(Directive.REPLACE)
                        .headers(Map.of("Content-Type", contentType))
                        .userMetadata(metadata)
                        .build()))
                .isPresent();
    }

    /// Nothing is under this key afterwards, whether there was something or not.
    public void delete(String key) {
        calls.run("delete", () -> {
            minio().removeObject(RemoveObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .build());
            return null;
        });
    }

    /// The next objects in the order of their keys.
    ///
    /// @param after the key to begin behind; empty for the first
    public List<StoredObject> list(String prefix, String after, int most) {
        return calls.run("list", () -> {
            ListObjectsArgs.Builder page = ListObjectsArgs.builder()
                    .bucket(config.bucket())
                    .prefix(prefix)
                    .maxKeys(most)
                    .recursive(true);
            if (!after.isEmpty()) {
                page.startAfter(after);
            }
            List<StoredObject> found = new ArrayList<>(most);
            for (Result<Item> one : minio().listObjects(page.build())) {
                Item item = one.get();
                found.add(new StoredObject(
                        item.objectName(),
                        item.size(),
                        null,
                        Map.of(),
                        item.lastModified().toInstant()));
                if (found.size() == most) {
                    break;
                }
            }
            return found;
        });
    }

    /// Whether this installation has a store at all.
    public boolean isConfigured() {
        return clients.isPresent();
    }

    /// Makes the bucket if it is missing.
    ///
    /// @return whether it was made now
    public boolean ensureBucket() {
        return calls.run("bucket", () -> {
            boolean missing = !minio().bucketExists(
                            BucketExistsArgs.builder().bucket(config.bucket()).build());
            if (missing) {
                minio().makeBucket(
                                MakeBucketArgs.builder().bucket(config.bucket()).build());
            }
            return missing;
        });
    }

    @PreDestroy
    void close() {
        clients.ifPresent(StoreClients::close);
    }

    private static Map<String, String> headers(Content content) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", content.contentType());
        headers.put("Content-Length", Long.toString(content.length()));
        content.metadata().forEach((name, value) -> headers.put(METADATA + name, value));
        return headers;
    }

    private SignedRequest signed(
            String method,
            URI endpoint,
            String key,
            Map<String, String> headers,
            Map<String, String> query,
            Duration validity) {
        return client().signer().signed(method, endpoint, config.bucket() + "/" + key, headers, query, validity);
    }

    private URI publicUrl() {
        return config.publicUrl().orElseGet(config::url);
    }

    private MinioClient minio() {
        return client().minio();
    }

    private StoreClients client() {
        return clients.orElseThrow(() -> new StoreUnavailable("no-keys"));
    }
}
