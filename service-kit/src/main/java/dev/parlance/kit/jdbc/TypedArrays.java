package dev.parlance.kit.jdbc;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Binds arrays by the type of their elements. The arrays of JDBI are `Object[]`, which the driver sends as text and
/// the server parses; a typed array is sent in binary. A batch of turns consists mostly of arrays of text.
final class TypedArrays implements ArgumentFactory.Preparable {
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            Integer.class, "int4",
            Long.class, "int8",
            Double.class, "float8",
            Boolean.class, "bool",
            byte[].class, "bytea",
            UUID.class, "uuid",
            Instant.class, "timestamptz");

    /// JDBI asks the factories that can prepare first, its own for arrays among them.
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        Class<?> element = elementType(type);
        return TYPES.containsKey(element) ? Optional.of(values -> argument(element, values)) : Optional.empty();
    }

    private static Argument argument(Class<?> element, Object values) {
        Object[] typed = typed(element, values instanceof Collection<?> list ? list.toArray() : (Object[]) values);
        return (position, statement, _) ->
                statement.setArray(position, statement.getConnection().createArrayOf(TYPES.get(element), typed));
    }

    private static Object[] typed(Class<?> element, Object[] values) {
        if (element == Instant.class || element == UUID.class) {
            return Arrays.stream(values)
                    .map(one -> one == null ? null : one.toString())
                    .toArray(String[]::new);
        }
        return Arrays.copyOf(values, values.length, arrayOf(element));
    }

    @SuppressWarnings("unchecked") // the array type of a class that is no primitive
    private static Class<? extends Object[]> arrayOf(Class<?> element) {
        return (Class<? extends Object[]>) element.arrayType();
    }

    private static Class<?> elementType(Type type) {
        return switch (type) {
            case Class<?> array when array.isArray() -> array.getComponentType();
            // The type that bindArray() passes.
            case ParameterizedType list
            when list.getRawType() == Iterable.class && list.getActualTypeArguments()[0] instanceof Class<?> element ->
                element;
            default -> void.class;
        };
    }
}
