package dev.parlance.conversation.store;

import io.minio.MinioClient;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/// How S3 is spoken to: the MinIO client for what is small; the JDK's own client and a signed URL for bytes on their
/// way in, because the MinIO client gathers 5 MiB of them in memory before it sends any.
final class StoreClients implements AutoCloseable {
    private final OkHttpClient http;
    private final MinioClient minio;
    private final HttpClient uploads;
    private final UrlSigner signer;

    StoreClients(StoreConfig config, String accessKey, String secretKey, Clock clock) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(config.atOnce());
        dispatcher.setMaxRequestsPerHost(config.atOnce());
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .callTimeout(Duration.ZERO) // an object is read at the pace of whoever reads it
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
