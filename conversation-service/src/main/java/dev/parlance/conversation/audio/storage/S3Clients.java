package dev.parlance.conversation.audio.storage;

import io.minio.MinioClient;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/// The clients for S3: MinIO's for small calls; the JDK's HTTP client with a signed URL for uploads, because MinIO's
/// buffers 5 MiB in memory before it sends.
final class S3Clients implements AutoCloseable {
    private final OkHttpClient http;
    private final MinioClient minio;
    private final HttpClient uploads;
    private final UrlSigner signer;

    S3Clients(StorageConfig config, String accessKey, String secretKey, Clock clock) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(config.maxConcurrentCalls());
        dispatcher.setMaxRequestsPerHost(config.maxConcurrentCalls());
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .callTimeout(Duration.ZERO) // the reader of an object sets the pace
                .build();
        this.minio = MinioClient.builder()
                .endpoint(config.url().toString())
                .region(config.region())
                .credentials(accessKey, secretKey)
                .httpClient(http)
                .build();
        this.uploads = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        this.signer = new UrlSigner(accessKey, secretKey, config.region(), clock);
    }

    MinioClient minio() {
        return minio;
    }

    HttpClient uploads() {
        return uploads;
    }

    UrlSigner signer() {
        return signer;
    }

    @Override
    public void close() {
        uploads.shutdownNow();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
