package dev.parlance.fault.fuzz.request;

import dev.parlance.fault.fuzz.request.ApiOperation.ApiBody;
import dev.parlance.fault.fuzz.request.ApiOperation.ApiParameter;
import dev.parlance.platform.client.Service;
import io.smallrye.openapi.api.OpenApiConfig;
import io.smallrye.openapi.runtime.io.Format;
import io.smallrye.openapi.runtime.io.OpenApiParser;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// The OpenAPI document of a service.
public final class ApiDocument {
    private static final String EVENT_STREAM = "text/event-stream";

    private final Service service;
    private final OpenAPI document;

    private ApiDocument(Service service, OpenAPI document) {
        this.service = service;
        this.document = document;
    }

    @SuppressWarnings("deprecation") // its successor needs an implementation of MicroProfile Config
    public static ApiDocument parse(Service service, byte[] text, Format format) {
        return new ApiDocument(
                service, OpenApiParser.parse(new ByteArrayInputStream(text), format, new DefaultConfig()));
    }

    /// All of its operations, in its order.
    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> operations.add(operation(path, method, item, operation))));
        return operations;
    }

    /// The schema that a reference names; any other as it is.
    Schema resolve(Schema schema) {
        return resolve(schema, document.getComponents().getSchemas());
    }

    private ApiOperation operation(String path, PathItem.HttpMethod method, PathItem item, Operation operation) {
        List<ApiParameter> parameters = new ArrayList<>();
        for (List<Parameter> some : List.of(orEmpty(item.getParameters()), orEmpty(operation.getParameters()))) {
            for (Parameter one : some) {
                Parameter parameter = resolve(one, document.getComponents().getParameters());
                boolean required = parameter.getIn() == Parameter.In.PATH || isTrue(parameter.getRequired());
                parameters.add(new ApiParameter(
                        parameter.getName(), parameter.getIn(), required, resolve(parameter.getSchema())));
            }
        }
        return new ApiOperation(service, method.name(), path, parameters, body(operation), isStream(operation));
    }

    private Optional<ApiBody> body(Operation operation) {
        RequestBody body = operation.getRequestBody();
        if (body == null) {
            return Optional.empty();
        }
        RequestBody resolved = resolve(body, document.getComponents().getRequestBodies());
        return resolved.getContent().getMediaTypes().entrySet().stream()
                .findFirst()
                .map(content ->
                        new ApiBody(content.getKey(), resolve(content.getValue().getSchema())));
    }

    private boolean isStream(Operation operation) {
        Collection<APIResponse> responses =
                operation.getResponses().getAPIResponses().values();
        return responses.stream()
                .map(response -> resolve(response, document.getComponents().getResponses()))
                .anyMatch(response -> response.getContent() != null
                        && response.getContent().getMediaTypes().containsKey(EVENT_STREAM));
    }

    private static <T extends Reference<T>> T resolve(T part, Map<String, T> components) {
        String reference = part.getRef();
        return reference == null ? part : components.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static List<Parameter> orEmpty(List<Parameter> parameters) {
        return parameters == null ? List.of() : parameters;
    }

    private static boolean isTrue(Boolean value) {
        return value != null && value;
    }

    /// Every setting of the parser has its default.
    private static final class DefaultConfig implements OpenApiConfig {
        @Override
        public <R, T> T getConfigValue(String name, Class<R> type, Function<R, T> converter, Supplier<T> defaultValue) {
            return defaultValue.get();
        }

        @Override
        public <R, T extends Collection<R>> T getConfigValues(
                String name, Class<R> type, Function<List<R>, T> converter, Supplier<T> defaultValue) {
            return defaultValue.get();
        }

        @Override
        public <R, T> Map<String, T> getConfigValueMap(String name, Class<R> type, Function<R, T> converter) {
            return Map.of();
        }

        @Override
        public void setAllowNakedPathParameter(Boolean allowed) {}
    }
}
