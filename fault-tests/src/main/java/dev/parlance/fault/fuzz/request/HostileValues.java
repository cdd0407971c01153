package dev.parlance.fault.fuzz.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/// Values that clients send by mistake or on purpose: at and beyond bounds, of other types, in text that is hard to
/// store, to show or to measure.
final class HostileValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_WORD_CHARACTERS = 6_000;
    private static final List<Integer> LENGTHS =
            List.of(36, 64, 65, 128, 129, 200, 255, 256, 257, 1_000, 4_001, 8_001, 20_001);
    private static final List<Integer> RARE_LENGTHS = List.of(70_000, 270_000, 1_100_000);
    private static final double RARE_RATIO = 0.02;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "x\udfffy",
            "\ud83d\ude00\ud83d",
            "\u202Egnirts\u202C",
            "\u2066\u2067\u2068\u2069\u200F\u200E",
            "\uFEFF",
            "\uFFFE\uFFFF",
            "e\u0301".repeat(300),
            "a" + "\u0300\u0316".repeat(200),
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
            "\u0130\u0131\u00df\uFB03\u1E9E",
            "\u200B\u00AD\u2060",
            "\uFF11\uFF12\uFF13",
            "'; drop table turn; --",
            "\" or 1=1 --",
            "../../../etc/passwd",
            "..\\..\\windows",
            "%s%n%x%1$s",
            "${jndi:ldap://127.0.0.1:9/x}",
            "#{7*7}{{7*7}}",
            "<script>alert(1)</script>",
            "a\r\nX-Injected: 1",
            "\u001b[2J\u001b]0;x\u0007",
            "null",
            "true",
            "NaN",
            "-1",
            "0",
            "1e309",
            "1e999999999",
            "2147483648",
            "9223372036854775808",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31",
            "10000-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-11-29T25:61:61Z",
            "+292278994-08-17T07:12:55.808Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-11-29T10:00:00+19:00",
            "en-x-" + "aaaaaaaa-".repeat(40) + "a",
            "x-klingon",
            "en_US.UTF-8",
            "Etc/GMT+99",
            "wait=99999999999999999999",
            "wait=-1",
            "bytes=5-1",
            "bytes=-1",
            "bytes=0-0,5-9,99999999999999999999-",
            "application/json; charset=utf-16");

    private HostileValues() {}

    static String text(Random random) {
        if (random.nextDouble() < RARE_RATIO) {
            return "x".repeat(pick(RARE_LENGTHS, random));
        }
        return switch (random.nextInt(8)) {
            case 0 ->
                pick(List.of("x", "\u00e9", "\u8a9e", "\ud83d\ude00"), random).repeat(pick(LENGTHS, random));
            case 1 -> incompressibleWord(random);
            case 2 -> randomCharacters(random);
            case 3 -> FuzzData.MARKER + pick(TEXTS, random);
            default -> pick(TEXTS, random);
        };
    }

    /// As [#text], short enough for the line of a request.
    static String shortText(Random random) {
        String text = text(random);
        return text.length() <= LENGTHS.get(9) ? text : text.substring(0, LENGTHS.get(9));
    }

    static JsonNode value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2, 3 -> number(random);
            case 4 -> array(random);
            case 5 -> object(random);
            default -> JSON.textNode(text(random));
        };
    }

    private static JsonNode number(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.numberNode(0);
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(Integer.MAX_VALUE);
            case 3 -> JSON.numberNode(Integer.MIN_VALUE - 1L);
            case 4 -> JSON.numberNode(Long.MAX_VALUE);
            case 5 -> JSON.numberNode(BigInteger.TWO.pow(63 + random.nextInt(100)));
            case 6 -> JSON.numberNode(new BigDecimal("1e" + (random.nextInt(4_000) - 2_000)));
            case 7 -> JSON.numberNode(new BigInteger("9".repeat(1 + random.nextInt(2_000))));
            case 8 -> JSON.numberNode(0.1);
            default -> JSON.numberNode(-0.0);
        };
    }

    private static ArrayNode array(Random random) {
        ArrayNode array = JSON.arrayNode();
        int size = pick(List.of(0, 1, 3, 501, 5_000), random);
        for (int at = 0; at < size; at++) {
            if (size > 100) {
                array.add(JSON.objectNode());
            } else {
                array.add(value(random));
            }
        }
        return array;
    }

    private static ObjectNode object(Random random) {
        ObjectNode object = JSON.objectNode();
        for (int at = random.nextInt(5); at > 0; at--) {
            object.put(pick(List.of("", "a", "__proto__", "@type", "class", "\u0000", "a.b[0]"), random), text(random));
        }
        return object;
    }

    /// A signed URL, a token or an image that was pasted: one long word.
    private static String incompressibleWord(Random random) {
        var word = new StringBuilder(FuzzData.MARKER);
        for (int length = random.nextInt(MAX_WORD_CHARACTERS); length > 0; length--) {
            word.append(Character.forDigit(random.nextInt(36), 36));
        }
        return word.toString();
    }

    private static String randomCharacters(Random random) {
        var text = new StringBuilder(FuzzData.MARKER);
        for (int length = random.nextInt(60); length > 0; length--) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
