package dev.parlance.fault.fuzz.request;

import dev.parlance.platform.client.Service;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// An operation of a service, as its OpenAPI document describes it.
///
/// @param path     a template: `/v1/turns/{turn}/day`
/// @param body     empty if it takes none
/// @param isStream whether its answer never ends by itself
public record ApiOperation(
        Service service,
        String method,
        String path,
        List<ApiParameter> parameters,
        Optional<ApiBody> body,
        boolean isStream) {
    public ApiOperation {
        parameters = List.copyOf(parameters);
    }

    /// @param schema resolved
    public record ApiParameter(String name, Parameter.In in, boolean required, Schema schema) {}

    /// @param schema resolved
    public record ApiBody(String mediaType, Schema schema) {}

    /// Whether a POST without a learner is an order that concerns the turns of all learners: their events would be
    /// published, or their analyses made again, for the rest of the run.
    boolean ordersForAllLearners() {
        return path.startsWith("/v1/admin/republish") || path.startsWith("/v1/admin/reanalysis");
    }

    @Override
    public String toString() {
        return "%s %s of %s".formatted(method, path, service.module());
    }
}
