package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.JsonTooComplex;
import java.util.stream.Collectors;

/// Explains why a JSON body could not be read.
public final class UnreadableBody {
    private UnreadableBody() {}

    /// The error in a JSON text, with the path of the field and without a quotation.
    public static DomainProblem problem(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping ? path(mapping) : null;
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return switch (root) {
            case DomainProblem problem -> problem;
            case StreamConstraintsException _ -> new JsonTooComplex();
            case UnrecognizedPropertyException _ ->
                new InvalidRequest(field, field + " is not a field of this request");
            case MismatchedInputException _ ->
                new InvalidRequest(
                        field,
                        field == null || field.isEmpty()
                                ? "The body is not of the expected shape"
                                : field + " is not of the expected type or form");
            default -> new InvalidRequest(field, "The body is not valid JSON");
        };
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? null : path;
    }
}
