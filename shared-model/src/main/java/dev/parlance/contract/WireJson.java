package dev.parlance.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
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

/// How values of time look in JSON, on topics and over HTTP alike: instants are RFC 3339, read with any offset, kept
/// to the millisecond, written in UTC with exactly three digits and `Z`; dates are `yyyy-mm-dd`.
public final class WireJson {
    private static final int WRITTEN_LENGTH = "2026-11-20T08:15:30.120Z".length();
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireJson() {}

    /// A mapper for events: fields that the reader does not know are ignored, nothing is coerced from null to zero.
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(times())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// The times' serialisers alone, for mappers with other manners.
    public static SimpleModule times() {
        return new SimpleModule("parlance-times")
                .addSerializer(Instant.class, new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader())
                .addSerializer(LocalDate.class, new DateWriter())
                .addDeserializer(LocalDate.class, new DateReader());
    }

    /// The instant as it is written everywhere, for example `2026-11-20T08:15:30.120Z`.
    public static String format(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > 9999) {
            return INSTANT.format(instant);
        }
        // By hand, because every event has several: a formatter takes ten times as long.
        byte[] text = new byte[WRITTEN_LENGTH];
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
        int left = number;
        for (int place = at + count - 1; place >= at; place--) {
            text[place] = (byte) ('0' + left % 10);
            left /= 10;
        }
        text[at + count] = (byte) next;
    }

    /// @throws DateTimeException if the text is not an RFC 3339 date and time with an offset
    public static Instant parseInstant(String text) {
        return isAsWritten(text)
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

    /// Whether the text has exactly the form that [#format] writes.
    private static boolean isAsWritten(String text) {
        if (text.length() != WRITTEN_LENGTH) {
            return false;
        }
        for (int at = 0; at < WRITTEN_LENGTH; at++) {
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

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(format(value));
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
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

    private static final class DateWriter extends StdSerializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateWriter() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    private static final class DateReader extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        DateReader() {
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
