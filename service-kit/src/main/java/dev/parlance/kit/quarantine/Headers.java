package dev.parlance.kit.quarantine;

import java.util.LinkedHashMap;
import java.util.Map;

/// A record's headers as one column of text: `name: value`, one a line.
public final class Headers {
    private Headers() {}

    public static String join(Map<String, String> headers) {
        var text = new StringBuilder(256);
        headers.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value == null ? "" : value.replace('\n', ' ').replace('\r', ' '))
                .append('\n'));
        return text.toString();
    }

    public static Map<String, String> split(String text) {
        var headers = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return headers;
    }
}
