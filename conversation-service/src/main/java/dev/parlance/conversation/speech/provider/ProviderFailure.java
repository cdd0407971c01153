package dev.parlance.conversation.speech.provider;

import java.time.Duration;

/// A call to a provider failed. The message is for people, and quotes neither the text or audio nor the provider's
/// response.
public abstract sealed class ProviderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ProviderFailure(String message) {
        super(message, null, false, false);
    }

    /// The provider cannot serve the call now; it may succeed later. Frequent failures open the circuit.
    public static final class Unavailable extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;
        private final boolean called;

        private Unavailable(String message, Duration retryAfter, boolean called) {
            super(message);
            this.retryAfter = retryAfter;
            this.called = called;
        }

        /// @param retryAfter when another attempt is worthwhile, as far as is known
        public static Unavailable of(String message, Duration retryAfter) {
            return new Unavailable(message, retryAfter, true);
        }

        static Unavailable circuitOpen(String provider, Duration openDuration) {
            return new Unavailable(provider + " has failed too often and is left in peace", openDuration, false);
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        /// False if the circuit was open: no attempt was made.
        public boolean wasCalled() {
            return called;
        }
    }

    /// The provider refuses this text or audio; another attempt would be refused too.
    public static final class Rejected extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public Rejected(String message) {
            super(message);
        }
    }
}
