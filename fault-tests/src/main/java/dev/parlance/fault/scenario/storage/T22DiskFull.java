package dev.parlance.fault.scenario.storage;

import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/// The disk is full: that of the broker, then that of the database, then that of S3. All are small ones, of memory.
public final class T22DiskFull implements FaultScenario {
    private static final byte[] ZEROS = new byte[1 << 16];
    private static final int CLIENTS = 4;

    @Override
    public String id() {
        return "T22";
    }

    @Override
    public String title() {
        return "disk full";
    }

    @Override
    public String promise() {
        return "the broker's disk, then the database's, then that of S3, full for 30 s: 503, no accepted turn lost, no"
                + " sound that was taken; what has died of it is started again, as an orchestrator does";
    }

    @Override
    public boolean needsSmallDisks() {
        return true;
    }

    @Override
    public boolean needsObjectStore() {
        return true;
    }

    @Override
    public List<String> jvmOptions() {
        return AudioServiceOptions.JVM_OPTIONS;
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.startStandardLoad();
        Path directory = run.cluster().directory();
        run.sleep(Duration.ofSeconds(3));
        fill(run, Part.KAFKA, directory.resolve("kafka/ballast"));
        run.awaitRecovery("the broker's full disk");
        run.sleep(Duration.ofSeconds(3));
        int before = run.history().count(Outcome.UNAVAILABLE);
        fill(run, Part.POSTGRES, directory.resolve("ballast"));
        run.awaitRecovery("the database's full disk");
        run.recordProof("turns answered 503 meanwhile", run.history().count(Outcome.UNAVAILABLE) - before);
        run.sleep(Duration.ofSeconds(3));
        fillObjectStoreDisk(run, directory.resolve("s3/ballast"));
        run.drain(Duration.ofSeconds(120));
        run.require(
                run.history().count(Outcome.FAILED) == 0,
                run.history().count(Outcome.FAILED) + " turns were answered 5xx other than 503");
    }

    private static void fillObjectStoreDisk(FaultRun run, Path ballast) throws IOException, InterruptedException {
        int before = run.history().count(Outcome.UNAVAILABLE);
        try (var audioLoad = new AudioLoad(run).start(CLIENTS)) {
            run.sleep(Duration.ofSeconds(3));
            fill(run, Part.S3, ballast);
            run.recordProof("answers 503 to clients with sound", audioLoad.unavailable());
            run.awaitRecovery("the full disk of S3");
            audioLoad.stop(Duration.ofSeconds(60));
            audioLoad.checkStored();
        }
        run.require(
                run.history().count(Outcome.UNAVAILABLE) == before,
                "turns were answered 503 while the disk of S3 was full");
    }

    private static void fill(FaultRun run, Part part, Path ballast) throws IOException, InterruptedException {
        Duration length = run.scale().seconds(10, 30);
        run.recordFault("the disk of %s is full for %d s".formatted(part.title(), length.toSeconds()));
        long end = System.nanoTime() + length.toNanos();
        long filled = 0;
        while (System.nanoTime() < end) {
            filled += fill(ballast); // what is given back meanwhile, by a finished file, is taken too
            run.sleep(Duration.ofMillis(100));
        }
        run.recordProof("MiB that filled the disk of " + part.title(), filled >> 20);
        run.recordProof("its last free bytes, and one", 1 + ballast.toFile().getUsableSpace());
        Files.delete(ballast);
        boolean died = !run.cluster().process(part).isAlive();
        run.note("%s %s".formatted(part.title(), died ? "died of it" : "lived through it"));
        if (died) {
            run.cluster().restart(part);
        }
    }

    private static long fill(Path ballast) {
        long filled = 0;
        try (var out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(ZEROS);
                filled += ZEROS.length;
            }
        } catch (IOException full) {
            return filled;
        }
    }
}
