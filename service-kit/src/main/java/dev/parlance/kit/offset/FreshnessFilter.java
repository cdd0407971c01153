package dev.parlance.kit.offset;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Adds the header `Parlance-Fresh-As-Of` to derived reads. The instant is determined before the data is read, hence
/// never too late.
@Provider
@DerivedRead
public class FreshnessFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String AS_OF = FreshnessFilter.class.getName();
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Freshness freshness;

    FreshnessFilter(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(AS_OF, freshness.asOf().orElse(Instant.EPOCH));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(AS_OF) instanceof Instant asOf) {
            response.getHeaders().putSingle("Parlance-Fresh-As-Of", FORMAT.format(asOf));
        }
    }
}
