package dev.parlance.fault.scenario.client;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people paste into a chat by mistake: texts of up to 8,000 characters that do not compress and have no space.
final class PastedTexts {
    private static final int MAX_CHARACTERS = 7_900;
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ";
    private static final String HANGUL = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허";

    private final Random random;
    private final List<Supplier<String>> kinds = new ArrayList<>();
    private int next;

    PastedTexts(Random random) {
        this.random = random;
        kinds.add(this::webToken);
        kinds.add(this::signedAddress);
        kinds.add(this::encodedImage);
        kinds.add(() -> HexFormat.of().formatHex(bytes(MAX_CHARACTERS / 2)));
        kinds.add(() -> unbroken(LATIN));
        kinds.add(() -> unbroken(KATAKANA));
        kinds.add(() -> unbroken(HANGUL));
    }

    /// One kind after the other.
    String next() {
        return kinds.get(next++ % kinds.size()).get();
    }

    private String webToken() {
        return Stream.of(40, 1_000 + random.nextInt(3_000), 256)
                .map(length -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length)))
                .collect(Collectors.joining("."));
    }

    private String signedAddress() {
        return "https://audio.s3.eu-west-1.amazonaws.com/raw/%s?X-Amz-Security-Token=%s&X-Amz-Signature=%s"
                .formatted(
                        new UUID(random.nextLong(), random.nextLong()),
                        Base64.getEncoder()
                                .encodeToString(bytes(1_500 + random.nextInt(2_500)))
                                .replace("+", "%2B")
                                .replace("/", "%2F")
                                .replace("=", "%3D"),
                        HexFormat.of().formatHex(bytes(32)));
    }

    private String encodedImage() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(5_800));
    }

    private String unbroken(String letters) {
        var text = new StringBuilder(MAX_CHARACTERS);
        while (text.length() < MAX_CHARACTERS) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
