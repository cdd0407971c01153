package dev.parlance.conversation.provider;

import java.time.Duration;

/// An outside party did not do what it was asked. The message is for people, and quotes neither what was said nor
/// what the party answered.
public abstract sealed class ProviderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ProviderFailure(String message) {
        super(message, null, false, false);
    }

    /// It cannot just now: the same may succeed later. A party that says so often is left in peace for a while.
    public static final class Away extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;
        private final boolean asked;

        private Away(String message, Duration retryAfter, boolean asked) {
            super(message);
            this.retryAfter = retryAfter;
            this.asked = asked;
        }

        /// @param retryAfter when it is worth another try, as far as anybody knows
        public static Away now(String message, Duration retryAfter) {
            return new Away(message, retryAfter, true);
        }

        static Away resting(String provider, Duration rest) {
            return new Away(provider + " has failed too often and is left in peace", rest, false);
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        /// False where nobody bothered it: this was no try.
        public boolean wasAsked() {
            return asked;
        }
    }

    /// It will never do this: the text or the sound is the reason, and asking again is in vain.
    public static final class Refused extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }
}
