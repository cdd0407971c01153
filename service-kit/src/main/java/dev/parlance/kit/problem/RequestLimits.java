package dev.parlance.kit.problem;

import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Bounds what a request may weigh, whether it states its length or not: 1 MiB, 8 MiB for a batch, and what the
/// service allows itself for other calls.
@Provider
@PreMatching
public class RequestLimits implements ContainerRequestFilter {
    private static final long REQUEST = 1L << 20;
    private static final long BATCH = 8L << 20;

    private final List<RequestAllowance> allowances;

    RequestLimits(@All List<RequestAllowance> allowances) {
        this.allowances = allowances;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = limit(request.getMethod(), request.getUriInfo().getPath());
        if (request.getLength() > limit) {
            throw new RequestTooLarge(limit);
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream(), limit));
        }
    }

    private long limit(String method, String path) {
        return allowances.stream()
                .flatMapToLong(allowance -> allowance.bytes(method, path).stream())
                .findFirst()
                .orElse(path.endsWith(":batch") ? BATCH : REQUEST);
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long read;

        Bounded(InputStream in, long limit) {
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
