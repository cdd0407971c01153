package dev.parlance.kit.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/// Some clients escape the colon of `turns:batch` or `…:retry`, which RFC 3986 permits: it is decoded before the
/// path is matched.
@Provider
@NonBlocking
@PreMatching
public class EncodedColonFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (path.contains("%3A") || path.contains("%3a")) {
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String base = uri.getScheme() + "://" + uri.getRawAuthority();
            request.setRequestUri(URI.create(base + path.replace("%3A", ":").replace("%3a", ":") + query));
        }
    }
}
