package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folder of an experiment, {@code results/<name>/}, with {@code runs.csv}, {@code traces/} and {@code manifest.json}.
 *
 * <p>While it is open no other process can write there: two runs that mix their files would lose both.
 */
public final class ResultsFolder implements Closeable {
    /** What runs are called: a name and the digits of {@link Plan}'s hash. Other files in the folder are the user's. */
    private static final Pattern TRACE = Pattern.compile(".+-[0-9a-f]{6}([0-9a-f]{10})?\\.csv");

    private final Path folder;
    private final Path traces;
    private final Path lockFile;
    private FileChannel lock;

    /** @param out the folder that holds those of all experiments */
    public ResultsFolder(Path out, Plan plan) {
        this.folder = out.resolve(plan.experiment().name());
        this.traces = folder.resolve("traces");
        this.lockFile = out.resolve("." + plan.experiment().name() + ".lock");
    }

    public Path path() {
        return folder;
    }

    /**
     * Makes the folder, takes it for this process, and removes what an earlier run left there, so that what is in it later
     * belongs together whatever happens on the way.
     *
     * @throws IOException if it cannot be written to, or another process has it
     */
    public void open() throws IOException {
        Files.createDirectories(traces);
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock();
        if (held == null) {
            lock.close();
            lock = null;
            throw new FileSystemException(folder.toString(), null, "another run is writing there");
        }
        Files.deleteIfExists(folder.resolve("runs.csv"));
        Files.deleteIfExists(folder.resolve("manifest.json"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(traces, "*.csv")) {
            for (Path file : files) {
                if (TRACE.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Whether {@code runs.csv} has columns for the final points of a function. */
    public static boolean holdsFinalPoint(Function function) {
        return function.dimension() <= PointColumns.MOST_ENTRIES;
    }

    public Path trace(PlannedRun run) {
        return traces.resolve(run.id() + ".csv");
    }

    public void writeTrace(RunOutcome outcome) throws IOException {
        WholeFile.write(trace(outcome.run()), out -> TraceCsv.write(outcome, out));
    }

    public void writeRuns(Plan plan, List<RunOutcome> outcomes, Judgements judgements) throws IOException {
        WholeFile.write(folder.resolve("runs.csv"), out -> RunsCsv.write(plan, outcomes, judgements, out));
    }

    public void writeManifest(Manifest manifest) throws IOException {
        WholeFile.write(folder.resolve("manifest.json"), manifest::write);
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            Files.deleteIfExists(lockFile);
            lock.close();
            lock = null;
        }
    }
}
