package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Spoils the bytes of a body.
final class ByteMutations {
    private static final List<String> OTHER_BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"text\"",
            "[]",
            "{}",
            "{",
            "{}{}",
            "{\"a\":1,}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "/* comment */ {}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "a=1&b=2",
            "\uFEFF{}");

    static final List<Mutation> ALL = List.of(
            ByteMutations::replaceAll,
            ByteMutations::cut,
            ByteMutations::breakOff,
            ByteMutations::flipBytes,
            ByteMutations::breakUtf8,
            ByteMutations::otherEncoding,
            ByteMutations::addTrailer,
            ByteMutations::pad,
            (draft, _) -> draft.sendChunked());

    private ByteMutations() {}

    private static void replaceAll(RequestDraft draft, Random random) {
        draft.setBody(HostileValues.pick(OTHER_BODIES, random).getBytes(UTF_8));
    }

    /// Ends in the middle; its length is that of what is sent.
    private static void cut(RequestDraft draft, Random random) {
        byte[] bytes = draft.body();
        draft.setBody(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }

    /// Ends before the length that was announced.
    private static void breakOff(RequestDraft draft, Random random) {
        byte[] bytes = draft.body();
        draft.setBody(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        draft.setHeader("Content-Length", Integer.toString(bytes.length + 1 + random.nextInt(100)));
        draft.markUnanswerable();
    }

    private static void flipBytes(RequestDraft draft, Random random) {
        byte[] bytes = draft.body().clone();
        for (int flips = 1 + random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        draft.setBody(bytes);
    }

    private static void breakUtf8(RequestDraft draft, Random random) {
        byte[] broken = HostileValues.pick(
                List.of(
                        new byte[] {(byte) 0xc0, (byte) 0xaf},
                        new byte[] {(byte) 0xff},
                        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                        new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                        new byte[] {0}),
                random);
        byte[] bytes = draft.body();
        int at = random.nextInt(bytes.length + 1);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(broken);
        out.write(bytes, at, bytes.length - at);
        draft.setBody(out.toByteArray());
    }

    private static void otherEncoding(RequestDraft draft, Random random) {
        String text = new String(draft.body(), UTF_8);
        draft.setBody(random.nextBoolean() ? text.getBytes(UTF_16) : ("\uFEFF" + text).getBytes(UTF_8));
    }

    private static void addTrailer(RequestDraft draft, Random random) {
        String trailer = HostileValues.pick(List.of("{}", "]", "x", "\u0000", ",", "\n\n{\"a\":1}"), random);
        draft.setBody((new String(draft.body(), UTF_8) + trailer).getBytes(UTF_8));
    }

    private static void pad(RequestDraft draft, Random random) {
        draft.setBody((" ".repeat(random.nextInt(200_000)) + new String(draft.body(), UTF_8)).getBytes(UTF_8));
    }
}
