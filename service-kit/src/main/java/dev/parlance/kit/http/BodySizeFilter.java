package dev.parlance.kit.http;

import dev.parlance.kit.problem.RequestTooLarge;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Limits the size of request bodies, with or without `Content-Length`: 1 MiB, 8 MiB for batches, and the limits
/// that the service declares for other calls.
@Provider
@NonBlocking
@PreMatching
public class BodySizeFilter implements ContainerRequestFilter {
    static final long MAX_REQUEST_BYTES = 1L << 20;
    static final long MAX_BATCH_BYTES = 8L << 20;
    /// The property of a request without `Content-Length` that holds its limit for [JsonBodyReader].
    static final String LIMIT_PROPERTY = "parlance.max-body-bytes";

    private final List<BodySizeLimit> limits;

    BodySizeFilter(@All List<BodySizeLimit> limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = maxBytes(request.getMethod(), request.getUriInfo().getPath());
        if (request.getLength() > limit) {
            throw new RequestTooLarge(limit);
        }
        if (request.getLength() < 0) {
            request.setProperty(LIMIT_PROPERTY, limit);
        }
    }

    private long maxBytes(String method, String path) {
        return limits.stream()
                .flatMapToLong(limit -> limit.maxBytes(method, path).stream())
                .findFirst()
                .orElse(isBatch(path) ? MAX_BATCH_BYTES : MAX_REQUEST_BYTES);
    }

    /// @param path without the query
    static boolean isBatch(String path) {
        return path.endsWith(":batch");
    }
}
