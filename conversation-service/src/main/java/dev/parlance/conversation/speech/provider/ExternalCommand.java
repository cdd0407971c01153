package dev.parlance.conversation.speech.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a program of this machine on an input and reads its output. It is started without a shell; it sees none of
/// the service's environment, which holds secrets; it is killed, with its descendants, after its timeout or when its
/// output grows too large.
public final class ExternalCommand {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final List<String> INHERITED_VARIABLES = List.of("PATH", "HOME", "TMPDIR");
    private static final Executor EXECUTOR =
            command -> Thread.ofVirtual().name("external-command").start(command);

    private final String name;
    private final Duration timeout;

    /// @param name    in messages
    /// @param timeout from its start to its end
    public ExternalCommand(String name, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
    }

    /// Whether it can be started and succeeds.
    public boolean isAvailable(String... arguments) {
        try {
            run(List.of(arguments), new byte[0], 1 << 20);
            return true;
        } catch (ProviderFailure _) {
            return false;
        }
    }

    /// @param arguments      the program and its arguments
    /// @param maxOutputBytes of its standard output
    /// @return its standard output
    /// @throws ProviderFailure if it fails, is too slow, or writes more
    public byte[] run(List<String> arguments, byte[] input, int maxOutputBytes) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Process process = start(arguments);
        try {
            CompletableFuture<byte[]> reading =
                    CompletableFuture.supplyAsync(() -> read(process.getInputStream(), maxOutputBytes), EXECUTOR);
            EXECUTOR.execute(() -> write(process.getOutputStream(), input));
            byte[] output = reading.get(remainingNanos(deadline), TimeUnit.NANOSECONDS);
            if (output.length > maxOutputBytes) {
                throw new ProviderFailure.Rejected(name + " had more to say than can be kept");
            }
            if (!process.waitFor(remainingNanos(deadline), TimeUnit.NANOSECONDS)) {
                throw timedOut();
            }
            if (process.exitValue() != 0) {
                throw unavailable("ended with " + process.exitValue());
            }
            return output;
        } catch (TimeoutException _) {
            throw timedOut();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for");
        } catch (ExecutionException e) {
            throw unavailable("broke off (" + e.getCause().getClass().getSimpleName() + ")");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(List<String> arguments) {
        var builder = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(INHERITED_VARIABLES);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException _) {
            throw unavailable("cannot be started");
        }
    }

    /// One byte more than the limit shows that there is more.
    private static byte[] read(InputStream from, int maxOutputBytes) {
        try (from) {
            return from.readNBytes(maxOutputBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program may close its input early: its output and exit status decide.
    private static void write(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException _) {
            // see above
        }
    }

    private static long remainingNanos(long deadline) {
        return Math.max(deadline - System.nanoTime(), 0);
    }

    private ProviderFailure timedOut() {
        return unavailable("has not ended in time");
    }

    private ProviderFailure unavailable(String what) {
        return ProviderFailure.Unavailable.of(name + " " + what, RETRY_AFTER);
    }
}
