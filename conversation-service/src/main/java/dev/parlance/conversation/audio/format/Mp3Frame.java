package dev.parlance.conversation.audio.format;

import java.util.Optional;

/// The header of an MP3 frame (MPEG 1, 2 or 2.5, layer III).
///
/// @param samples    per frame
/// @param sampleRate in Hz
/// @param sideBytes  of side information between the header and the data, where an encoder writes the frame count
record Mp3Frame(int samples, int sampleRate, int sideBytes) {
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    /// Empty if no frame begins there.
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
                    case 3 -> SAMPLE_RATES[rate];
                    case 2 -> SAMPLE_RATES[rate] / 2;
                    default -> SAMPLE_RATES[rate] / 4;
                };
        int side = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
        return Optional.of(new Mp3Frame(first ? 1_152 : 576, sampleRate, side));
    }
}
