package dev.parlance.contract.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The JSON format of instants and dates, on topics and over HTTP. Instants are RFC 3339: read with any offset, cut to
/// milliseconds, written in UTC with three fractional digits and `Z`. Dates are `yyyy-mm-dd`.
public final class WireJson {
    /// Above the analysis of the longest turn, with all its words and highlights.
    private static final long MAX_TOKENS = 1_000_000;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final int MAX_STRING_CHARACTERS = 1 << 20;
    private static final long MAX_DOCUMENT_BYTES = 16 << 20;

    private static final int CANONICAL_LENGTH = "2026-11-20T08:15:30.120Z".length();
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireJson() {}

    /// A mapper for JSON that others have written, such as the records of a topic: as [#mapper], and bounded in depth
    /// (64), in the number of its values, and in the length of each. What exceeds a bound is not read to its end.
    public static JsonMapper boundedMapper() {
        JsonMapper mapper = mapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .maxNumberLength(MAX_NUMBER_CHARACTERS)
                        .maxStringLength(MAX_STRING_CHARACTERS)
                        .maxDocumentLength(MAX_DOCUMENT_BYTES)
                        .build());
        return mapper;
    }

    /// A mapper for events: ignores unknown fields, rejects null for a primitive and text after the value.
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new WireTimesModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// The instant as it is written everywhere, for example `2026-11-20T08:15:30.120Z`.
    public static String format(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > 9999) {
            return INSTANT.format(instant);
        }
        // Without DateTimeFormatter, which takes ten times as long: every event has several instants.
        byte[] text = new byte[CANONICAL_LENGTH];
        digits(text, 0, 4, time.getYear(), '-');
        digits(text, 5, 2, time.getMonthValue(), '-');
        digits(text, 8, 2, time.getDayOfMonth(), 'T');
        digits(text, 11, 2, time.getHour(), ':');
        digits(text, 14, 2, time.getMinute(), ':');
        digits(text, 17, 2, time.getSecond(), '.');
        digits(text, 20, 3, time.getNano() / NANOS_OF_MILLI, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int at, int count, int number, char next) {
        int rest = number;
        for (int index = at + count - 1; index >= at; index--) {
            text[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + count] = (byte) next;
    }

    /// @throws DateTimeException if the text is not an RFC 3339 date and time with an offset
    public static Instant parseInstant(String text) {
        return isCanonical(text)
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19),
                                number(text, 20, 23) * NANOS_OF_MILLI)
                        .toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Whether the text has the form that [#format] writes.
    private static boolean isCanonical(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            return false;
        }
        for (int at = 0; at < CANONICAL_LENGTH; at++) {
            char c = text.charAt(at);
            boolean fits =
                    switch (at) {
                        case 4, 7 -> c == '-';
                        case 10 -> c == 'T';
                        case 13, 16 -> c == ':';
                        case 19 -> c == '.';
                        case 23 -> c == 'Z';
                        default -> c >= '0' && c <= '9';
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    static final class InstantSerializer extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(format(value));
        }
    }

    static final class InstantDeserializer extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            try {
                return parseInstant(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(
                        Instant.class, text, "not an RFC 3339 instant such as 2026-11-20T08:15:30.120Z");
            }
        }
    }

    static final class DateSerializer extends StdSerializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateSerializer() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    static final class DateDeserializer extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateDeserializer() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                return (LocalDate)
                        context.handleWeirdStringValue(LocalDate.class, text, "not a date such as 2026-11-20");
            }
        }
    }
}
