package dev.parlance.kit.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/// Refuses a `Content-Type` that is no media type: whoever reads it later fails, and the client would be told that the
/// service did.
@Provider
@NonBlocking
@PreMatching
@Priority(ContentTypeFilter.BEFORE_ALL)
public class ContentTypeFilter implements ContainerRequestFilter {
    static final int BEFORE_ALL = 0;

    @Override
    public void filter(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isMediaType(type)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isMediaType(String type) {
        try {
            return MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
