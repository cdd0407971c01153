package dev.parlance.kit.quarantine;

import java.util.LinkedHashMap;
import java.util.Map;

/// The headers of a record as one column of text: `name: value`, one per line.
public final class HeaderText {
    private HeaderText() {}

    public static String format(Map<String, String> headers) {
        var text = new StringBuilder(256);
        headers.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value == null ? "" : value.replace('\n', ' ').replace('\r', ' '))
                .append('\n'));
        return text.toString();
    }

    public static Map<String, String> parse(String text) {
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
