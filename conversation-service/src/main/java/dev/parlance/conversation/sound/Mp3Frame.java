package dev.parlance.conversation.sound;

import java.util.Optional;

/// The head of an MP3 frame (MPEG 1, 2 or 2.5, layer III).
///
/// @param samples    in one frame
/// @param sampleRate a second
/// @param sideBytes  between the head and the data, where an encoder writes how many frames there are
record Mp3Frame(int samples, int sampleRate, int sideBytes) {
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /// Nothing if no frame begins there.
    static Optional<Mp3Frame> at(byte[] bytes, int at) {
        if (at < 0 || bytes.length < at + 4 || (bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xe0) != 0xe0) {
            return Optional.empty();
        }
        int version = bytes[at + 1] >> 3 & 3;
        int layer = bytes[at + 1] >> 1 & 3;
        int bitrate = bytes[at + 2] >> 4 & 15;
        int rate = bytes[at + 2] >> 2 & 3;
        if (version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return Optional.empty();
        }
        boolean first = version == 3;
        boolean mono = (bytes[at + 3] >> 6 & 3) == 3;
        int sampleRate =
                switch (version) {
                    case 3 -> RATES[rate];
                    case 2 -> RATES[rate] / 2;
                    default -> RATES[rate] / 4;
                };
        int side = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
        return Optional.of(new Mp3Frame(first ? 1_152 : 576, sampleRate, side));
    }
}
