package dev.parlance.platform.host;

/// A failure of the platform; the message is a sentence for a person that names the remedy.
public final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformFailure(String sentence) {
        super(sentence);
    }

    public PlatformFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
