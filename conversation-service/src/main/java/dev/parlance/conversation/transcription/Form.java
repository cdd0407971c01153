package dev.parlance.conversation.transcription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/// A form of several parts (`multipart/form-data`) with one file in it, which is never whole in memory.
final class Form {
    private static final String LINE = "\r\n";

    private final String boundary;
    private final StringBuilder head = new StringBuilder();

    /// @param boundary occurs in no part
    Form(String boundary) {
        this.boundary = boundary;
    }

    /// @param value without line breaks
    Form with(String name, String value) {
        part(name).append(LINE).append(LINE).append(value).append(LINE);
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// The form with its file behind the fields. Its length is stated: some endpoints take no other.
    ///
    /// @param bytes opened once for each time that the form is sent
    BodyPublisher withFile(String name, String fileName, String contentType, long size, Supplier<InputStream> bytes) {
        part(name)
                .append("; filename=\"")
                .append(fileName)
                .append('"')
                .append(LINE)
                .append("Content-Type: ")
                .append(contentType)
                .append(LINE)
                .append(LINE);
        byte[] before = head.toString().getBytes(UTF_8);
        byte[] after = (LINE + "--" + boundary + "--" + LINE).getBytes(UTF_8);
        BodyPublisher all = BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofInputStream(bytes),
                BodyPublishers.ofByteArray(after));
        return BodyPublishers.fromPublisher(all, before.length + size + after.length);
    }

    private StringBuilder part(String name) {
        return head.append("--")
                .append(boundary)
                .append(LINE)
                .append("Content-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
    }
}
