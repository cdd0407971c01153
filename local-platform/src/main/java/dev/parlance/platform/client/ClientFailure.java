package dev.parlance.platform.client;

/// A service, the broker or the database answered with an error or not in time; the message is one sentence.
public final class ClientFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientFailure(String sentence) {
        super(sentence);
    }
}
