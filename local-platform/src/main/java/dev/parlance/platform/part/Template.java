package dev.parlance.platform.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text on the class path with placeholders like `${port}`.
public final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public static Template load(String resource) {
        try (var in = Template.class.getResourceAsStream("/" + resource)) {
            if (in == null) throw new IllegalStateException(resource + " is not on the class path");
            return new Template(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException if a placeholder has no value
    public String render(Map<String, ?> values) {
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            var value = values.get(placeholder.group(1));
            if (value == null) throw new IllegalArgumentException(name + " needs a value for " + placeholder.group(1));
            return Matcher.quoteReplacement(value.toString());
        });
    }
}
