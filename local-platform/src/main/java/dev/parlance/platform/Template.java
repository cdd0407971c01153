package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text on the class path with places like `${port}`.
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static Template of(String resource) {
        try (var in = Template.class.getResourceAsStream("/" + resource)) {
            if (in == null) throw new IllegalStateException(resource + " is not on the class path");
            return new Template(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every place must have a value: a forgotten one would be found only by the program that reads the text.
    String filled(Map<String, ?> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) throw new IllegalArgumentException(name + " needs a value for " + place.group(1));
            return Matcher.quoteReplacement(value.toString());
        });
    }
}
