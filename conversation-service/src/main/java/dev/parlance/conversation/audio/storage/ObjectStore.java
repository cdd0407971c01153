package dev.parlance.conversation.audio.storage;

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
import io.minio.errors.ErrorResponseException;
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

/// Objects by key, in one bucket of any S3. A key is written once: not every S3 refuses a second write (S3Proxy
/// ignores `If-None-Match`), so callers choose a new key for each object.
///
/// Every call may throw [ObjectStoreUnavailable], at the latest after the configured timeouts. Knows nothing of
/// learners.
@ApplicationScoped
public class ObjectStore {
    private static final String METADATA_PREFIX = "x-amz-meta-";
    private static final String BUCKET_EXISTS_CODE = "BucketAlreadyOwnedByYou";

    private final StorageConfig config;
    private final Optional<S3Clients> clients;
    private final ObjectStoreCalls calls;

    ObjectStore(StorageConfig config, ObjectStoreCalls calls, Clock clock) {
        this.config = config;
        this.calls = calls;
        this.clients = config.accessKey()
                .flatMap(access -> config.secretKey().map(secret -> new S3Clients(config, access, secret, clock)));
    }

    /// Bytes to be stored.
    ///
    /// @param length in bytes; if the stream has another length, nothing is stored
    public record Content(InputStream bytes, long length, String contentType, Map<String, String> metadata) {}

    /// Stores an object and streams its bytes. What the stream throws is thrown as it is: the sender failed, not S3.
    ///
    /// @throws IOException of the stream
    public void put(String key, Content content) throws IOException {
        var bytes = new UploadStream(content.bytes());
        SignedRequest signed = sign("PUT", config.url(), key, headers(content), Map.of(), config.transferTimeout());
        var request = HttpRequest.newBuilder(signed.url())
                .timeout(config.transferTimeout())
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), content.length()));
        signed.headers().forEach(request::header);
        boolean stored = calls.run("put", () -> {
            try {
                HttpResponse<String> response = client().uploads().send(request.build(), BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw ObjectStoreCalls.unavailable(response.statusCode(), response.body());
                }
                return true;
            } catch (IOException e) {
                if (bytes.hasFailed()) {
                    return false;
                }
                throw e;
            }
        });
        if (!stored) {
            bytes.rethrow();
        }
    }

    /// Metadata of an object; empty if there is none.
    public Optional<StoredObject> head(String key) {
        return calls.find("head", () -> {
            StatObjectResponse head = minio().statObject(StatObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .build());
            Map<String, String> metadata = new HashMap<>();
            for (Map.Entry<String, String> entry : head.userMetadata()) {
                metadata.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue());
            }
            return new StoredObject(
                    key,
                    head.size(),
                    head.contentType(),
                    metadata,
                    head.lastModified().toInstant());
        });
    }

    /// The bytes of an object, to be closed by the caller; empty if there is none.
    public Optional<InputStream> get(String key) {
        return calls.find("get", () -> minio().getObject(GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(key)
                .build()));
    }

    /// A range of an object's bytes, to be closed by the caller; empty if there is no object.
    public Optional<InputStream> get(String key, ByteRange range) {
        return calls.find("get", () -> minio().getObject(GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(key)
                .offset(range.first())
                .length(range.length())
                .build()));
    }

    /// A request, for somebody else to send, that stores exactly this many bytes of this type under this key. Sends
    /// nothing to S3.
    ///
    /// @param content its `bytes` are not read
    public SignedRequest signedPut(String key, Content content, Duration validity) {
        return sign("PUT", publicUrl(), key, headers(content), Map.of(), validity);
    }

    /// A request, for somebody else to send, that reads this object. Sends nothing to S3.
    ///
    /// @param contentType the `Content-Type` of S3's answer
    public SignedRequest signedGet(String key, String contentType, Duration validity) {
        return sign("GET", publicUrl(), key, Map.of(), Map.of("response-content-type", contentType), validity);
    }

    /// Copies an object within the bucket; S3 copies the bytes.
    ///
    /// @return false if there is no such object
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

    /// Deletes the object under this key; succeeds if there is none.
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
    /// @param after exclusive; empty for the first page
    public List<StoredObject> list(String prefix, String after, int maxKeys) {
        return calls.run("list", () -> {
            ListObjectsArgs.Builder page = ListObjectsArgs.builder()
                    .bucket(config.bucket())
                    .prefix(prefix)
                    .maxKeys(maxKeys)
                    .recursive(true);
            if (!after.isEmpty()) {
                page.startAfter(after);
            }
            List<StoredObject> found = new ArrayList<>(maxKeys);
            for (Result<Item> entry : minio().listObjects(page.build())) {
                Item item = entry.get();
                found.add(new StoredObject(
                        item.objectName(),
                        item.size(),
                        null,
                        Map.of(),
                        item.lastModified().toInstant()));
                if (found.size() == maxKeys) {
                    break;
                }
            }
            return found;
        });
    }

    /// Whether this installation has an S3 (access keys are set).
    public boolean isConfigured() {
        return clients.isPresent();
    }

    public boolean bucketExists() {
        return calls.run("bucket", () -> minio().bucketExists(
                        BucketExistsArgs.builder().bucket(config.bucket()).build()));
    }

    /// Creates the bucket if it does not exist; another instance may create it at the same time.
    ///
    /// @return whether this call created it
    public boolean createBucketIfMissing() {
        if (bucketExists()) {
            return false;
        }
        return calls.run("bucket", () -> {
            try {
                minio().makeBucket(
                                MakeBucketArgs.builder().bucket(config.bucket()).build());
                return true;
            } catch (ErrorResponseException e) {
                if (BUCKET_EXISTS_CODE.equals(e.errorResponse().code())) {
                    return false;
                }
                throw e;
            }
        });
    }

    @PreDestroy
    void close() {
        clients.ifPresent(S3Clients::close);
    }

    private static Map<String, String> headers(Content content) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", content.contentType());
        headers.put("Content-Length", Long.toString(content.length()));
        content.metadata().forEach((name, value) -> headers.put(METADATA_PREFIX + name, value));
        return headers;
    }

    private SignedRequest sign(
            String method,
            URI endpoint,
            String key,
            Map<String, String> headers,
            Map<String, String> query,
            Duration validity) {
        return client().signer().sign(method, endpoint, config.bucket() + "/" + key, headers, query, validity);
    }

    private URI publicUrl() {
        return config.publicUrl().orElseGet(config::url);
    }

    private MinioClient minio() {
        return client().minio();
    }

    private S3Clients client() {
        return clients.orElseThrow(() -> new ObjectStoreUnavailable("no-keys"));
    }
}
