package dev.parlance.kit.http;

import dev.parlance.kit.problem.RequestTooLarge;
import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Limits the size of request bodies, with or without `Content-Length`: 1 MiB, 8 MiB for batches, and the limits
/// that the service declares for other calls.
@Provider
@PreMatching
public class BodySizeFilter implements ContainerRequestFilter {
    private static final long MAX_REQUEST_BYTES = 1L << 20;
    private static final long MAX_BATCH_BYTES = 8L << 20;

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
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new BoundedInputStream(request.getEntityStream(), limit));
        }
    }

    private long maxBytes(String method, String path) {
        return limits.stream()
                .flatMapToLong(limit -> limit.maxBytes(method, path).stream())
                .findFirst()
                .orElse(path.endsWith(":batch") ? MAX_BATCH_BYTES : MAX_REQUEST_BYTES);
    }

    private static final class BoundedInputStream extends FilterInputStream {
        private final long limit;
        private long read;

        BoundedInputStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int some = super.read(into, at, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw new RequestTooLarge(limit);
            }
        }
    }
}
