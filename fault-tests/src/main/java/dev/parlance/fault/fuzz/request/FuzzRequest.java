package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/// A generated request, as it is sent.
///
/// @param seed         of the run, and with the number that of the request
/// @param head         the request line and the headers, without the end of each line
/// @param unanswerable whether HTTP itself may refuse it without a body, or close the connection
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record FuzzRequest(
        ApiOperation operation,
        long seed,
        int number,
        String method,
        List<String> head,
        byte[] body,
        boolean unanswerable) {
    private static final int MAX_SHOWN_BYTES = 400;

    public FuzzRequest {
        head = List.copyOf(head);
    }

    /// All bytes; each character of the head is one.
    public byte[] bytes() {
        byte[] start = (String.join("\r\n", head) + "\r\n\r\n").getBytes(ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /// Whether the client does not wait for the end of the answer: a live stream has none, and `Prefer: wait` may ask
    /// for any time.
    public boolean isLongPoll() {
        return operation.isStream()
                || head.stream().anyMatch(line -> line.regionMatches(true, 0, "prefer:", 0, "prefer:".length()));
    }

    /// A command line that sends about the same; long bodies are cut, and the seed and the number give all of it.
    ///
    /// @param url of the service
    public String toCurl(String url) {
        String target = head.getFirst();
        String path = target.substring(target.indexOf(' ') + 1, target.lastIndexOf(' '));
        var command = new StringBuilder("curl -sS --path-as-is -X %s %s"
                .formatted(quote(method.getBytes(ISO_8859_1)), quote((url + path).getBytes(ISO_8859_1))));
        head.stream()
                .skip(2)
                .filter(line -> !line.startsWith("Content-Length") && !line.startsWith("Transfer-Encoding"))
                .forEach(line -> command.append(" -H ").append(quote(line.getBytes(ISO_8859_1))));
        if (body.length > 0) {
            command.append(" --data-binary ").append(quote(body));
        }
        return "%s  # request %d of seed %d, %d bytes of body".formatted(command, number, seed, body.length);
    }

    /// As a word of bash, in printable characters only.
    private static String quote(byte[] bytes) {
        var word = new StringBuilder("$'");
        for (int at = 0; at < Math.min(bytes.length, MAX_SHOWN_BYTES); at++) {
            int one = bytes[at] & 0xff;
            if (one < 0x20 || one > 0x7e) {
                word.append("\\x%02x".formatted(one));
            } else {
                word.append(one == '\'' || one == '\\' ? "\\" : "").append((char) one);
            }
        }
        return word.append(bytes.length > MAX_SHOWN_BYTES ? "'…" : "'").toString();
    }
}
