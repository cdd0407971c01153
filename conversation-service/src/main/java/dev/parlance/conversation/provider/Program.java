package dev.parlance.conversation.provider;

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

/// A program of this machine that reads its input and writes its output. It is started by its words, never by a
/// shell; it sees none of the service's environment, where secrets are; it is killed when its time is over or its
/// output grows too large, and leaves nothing running.
public final class Program {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<String> KEPT = List.of("PATH", "HOME", "TMPDIR");
    private static final Executor THREADS =
            command -> Thread.ofVirtual().name("program").start(command);

    private final String name;
    private final Duration patience;

    /// @param name     in messages
    /// @param patience how long it may take from its start to its end
    public Program(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /// Whether it can be started at all.
    public boolean answers(String... words) {
        try {
            run(List.of(words), new byte[0], 1 << 20);
            return true;
        } catch (ProviderFailure _) {
            return false;
        }
    }

    /// @param words the program and its arguments
    /// @param most  bytes of its output
    /// @return what it wrote before it ended well
    /// @throws ProviderFailure otherwise
    public byte[] run(List<String> words, byte[] input, int most) {
        long deadline = System.nanoTime() + patience.toNanos();
        Process process = started(words);
        try {
            CompletableFuture<byte[]> output =
                    CompletableFuture.supplyAsync(() -> read(process.getInputStream(), most), THREADS);
            THREADS.execute(() -> write(process.getOutputStream(), input));
            byte[] written = output.get(left(deadline), TimeUnit.NANOSECONDS);
            if (written.length > most) {
                throw new ProviderFailure.Refused(name + " had more to say than can be kept");
            }
            if (!process.waitFor(left(deadline), TimeUnit.NANOSECONDS)) {
                throw late();
            }
            if (process.exitValue() != 0) {
                throw away("ended with " + process.exitValue());
            }
            return written;
        } catch (TimeoutException _) {
            throw late();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw away("was not waited for");
        } catch (ExecutionException e) {
            throw away("broke off (" + e.getCause().getClass().getSimpleName() + ")");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process started(List<String> words) {
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException _) {
            throw away("cannot be started");
        }
    }

    /// One byte too many says that there is more.
    private static byte[] read(InputStream from, int most) {
        try (from) {
            return from.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program that has heard enough closes its end: what it says by its output and its end is what counts.
    private static void write(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException _) {
            // see above
        }
    }

    private static long left(long deadline) {
        return Math.max(deadline - System.nanoTime(), 0);
    }

    private ProviderFailure late() {
        return away("has not ended in time");
    }

    private ProviderFailure away(String what) {
        return ProviderFailure.Away.now(name + " " + what, SOON);
    }
}
