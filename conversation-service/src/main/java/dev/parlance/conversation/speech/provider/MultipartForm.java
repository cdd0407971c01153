package dev.parlance.conversation.speech.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/// A form of several parts (`multipart/form-data`) with one file, which is streamed.
public final class MultipartForm {
    private static final String CRLF = "\r\n";

    private final String boundary;
    private final StringBuilder head = new StringBuilder();

    /// @param boundary occurs in no part
    public MultipartForm(String boundary) {
        this.boundary = boundary;
    }

    /// @param value without line breaks
    public MultipartForm with(String name, String value) {
        part(name).append(CRLF).append(CRLF).append(value).append(CRLF);
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// The fields, then the file. The length is stated, because some endpoints refuse chunked requests.
    ///
    /// @param bytes opened each time that the form is sent
    public BodyPublisher withFile(
            String name, String fileName, String contentType, long size, Supplier<InputStream> bytes) {
        part(name)
                .append("; filename=\"")
                .append(fileName)
                .append('"')
                .append(CRLF)
                .append("Content-Type: ")
                .append(contentType)
                .append(CRLF)
                .append(CRLF);
        byte[] before = head.toString().getBytes(UTF_8);
        byte[] after = (CRLF + "--" + boundary + "--" + CRLF).getBytes(UTF_8);
        BodyPublisher all = BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofInputStream(bytes),
                BodyPublishers.ofByteArray(after));
        return BodyPublishers.fromPublisher(all, before.length + size + after.length);
    }

    private StringBuilder part(String name) {
        return head.append("--")
                .append(boundary)
                .append(CRLF)
                .append("Content-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
    }
}
