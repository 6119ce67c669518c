package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.execute.Landscapes;
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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder of an experiment, {@code results/<name>/}, with {@code runs.csv}, {@code traces/}, {@code manifest.json} and
 * the journal.
 *
 * <p>While it is open no other process can write there: two runs that mix their files would lose both.
 */
public final class ResultsFolder implements Closeable {
    /** What runs are called: a name and the digits of {@link Plan}'s hash. Other files in the folder are the user's. */
    private static final Pattern TRACE = Pattern.compile("[^.].*-[0-9a-f]{6}([0-9a-f]{10})?\\.csv");

    private static final String JOURNAL = "journal.jsonl";

    private final Plan plan;
    private final Path folder;
    private final Path traces;
    private final Path lockFile;
    private final Path journalFile;
    private final boolean whole;
    private FileChannel lock;
    private EarlierRuns earlier;
    private String program;
    private Journal journal;

    /**
     * @param out the folder that holds those of all experiments
     * @param plan may have a part of the runs; results of the others, if there are any here, are left alone by a run that
     *     resumes
     */
    public ResultsFolder(Path out, Plan plan) {
        String journal = plan.filter()
                .shard()
                .map(shard -> "journal-" + shard.index() + "-of-" + shard.count() + ".jsonl")
                .orElse(JOURNAL);
        this.plan = plan;
        this.whole = plan.runs().size() == plan.all().size();
        this.folder = out.resolve(plan.experiment().name());
        this.traces = folder.resolve("traces");
        this.journalFile = folder.resolve(journal);
        this.lockFile = out.resolve("." + plan.experiment().name() + ".lock");
    }

    public Path path() {
        return folder;
    }

    /**
     * Makes the folder, takes it for this process, and removes what an earlier run left there, so that what is in it later
     * belongs together whatever happens on the way.
     *
     * @param resume whether traces and journals are left for {@link #decide}
     * @throws IOException if it cannot be written to, or another process has it
     */
    public void open(boolean resume) throws IOException {
        Files.createDirectories(traces);
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock();
        if (held == null) {
            lock.close();
            lock = null;
            throw new FileSystemException(folder.toString(), null, "another run is writing there");
        }
        removeUnfinished();
        Files.deleteIfExists(folder.resolve("runs.csv"));
        Files.deleteIfExists(folder.resolve("manifest.json"));
        Files.deleteIfExists(folder.resolve("checks.csv"));
        Files.deleteIfExists(folder.resolve("report.html"));
        if (!resume) {
            removeTraces(trace -> true);
            for (Path file : Journal.files(folder)) {
                Files.delete(file);
            }
        }
        program = ProgramFingerprint.current();
        earlier = new EarlierRuns(resume ? journals() : List.of(), traces);
    }

    /** The own one last: it tells of what was done to the others' runs. */
    private List<JournalEntry> journals() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (Path file : Journal.files(folder)) {
            if (!file.equals(journalFile)) {
                entries.addAll(Journal.read(file));
            }
        }
        entries.addAll(ownJournal());
        return entries;
    }

    private List<JournalEntry> ownJournal() throws IOException {
        return Files.exists(journalFile) ? Journal.read(journalFile) : List.of();
    }

    /** What a process that was killed had not finished. */
    private void removeUnfinished() throws IOException {
        Files.deleteIfExists(WholeFile.unfinished(folder.resolve("runs.csv")));
        Files.deleteIfExists(WholeFile.unfinished(folder.resolve("manifest.json")));
        Files.deleteIfExists(WholeFile.unfinished(journalFile));
        removeIn(
                traces,
                ".*.csv.part",
                name -> TRACE.matcher(name.substring(1, name.length() - ".part".length()))
                        .matches());
    }

    private void removeTraces(Predicate<String> unwanted) throws IOException {
        removeIn(traces, "*.csv", name -> TRACE.matcher(name).matches() && unwanted.test(name));
    }

    private static void removeIn(Path directory, String glob, Predicate<String> unwanted) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            for (Path file : files) {
                if (unwanted.test(file.getFileName().toString())
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Whether an earlier run stands for a planned one. Asked after {@link #open} and before {@link #begin}.
     *
     * @param needsPoint whether anybody will ask for its final point
     */
    public EarlierRuns.Decision decide(PlannedRun run, boolean needsPoint) throws IOException {
        return earlier.decide(run, key(run), needsPoint);
    }

    /** Starts the journal with what is used again. What belongs to no run of the experiment any more is removed. */
    public void begin(Collection<RunOutcome> reused) throws IOException {
        List<JournalEntry> entries = new ArrayList<>(whole ? List.of() : othersInOwnJournal());
        entries.addAll(earlier.entries(reused));
        journal = Journal.create(journalFile, entries);
        if (whole) {
            Set<String> known =
                    plan.runs().stream().map(run -> run.id() + ".csv").collect(Collectors.toSet());
            removeTraces(name -> !known.contains(name));
            removeIn(folder, Journal.PATTERN, name -> !name.equals(JOURNAL));
        }
        earlier = null;
    }

    private List<JournalEntry> othersInOwnJournal() throws IOException {
        Set<String> planned = plan.runs().stream().map(PlannedRun::id).collect(Collectors.toSet());
        return ownJournal().stream()
                .filter(entry -> !planned.contains(entry.text("id")))
                .toList();
    }

    private RunKey key(PlannedRun run) {
        return RunKey.of(run, plan.experiment().record(), program);
    }

    /** Whether {@code runs.csv} has columns for the final points of a function. */
    public static boolean holdsFinalPoint(Function function) {
        return function.dimension() <= PointColumns.MOST_ENTRIES;
    }

    public Path trace(PlannedRun run) {
        return traces.resolve(run.id() + ".csv");
    }

    /**
     * Writes the trace of a run, then notes in the journal that the run is done. Several threads may call it.
     *
     * @param withPoint whether the journal keeps the final point, which may be large
     */
    public void keep(RunOutcome outcome, boolean withPoint) throws IOException {
        String stamp = WholeFile.write(trace(outcome.run()), out -> TraceCsv.write(outcome, out));
        if (journal != null) {
            journal.append(JournalEntry.of(outcome.condensed(withPoint), key(outcome.run()), stamp));
        }
    }

    public void writeRuns(Plan plan, List<RunOutcome> outcomes, Judgements judgements) throws IOException {
        WholeFile.write(folder.resolve("runs.csv"), out -> RunsCsv.write(plan, outcomes, judgements, out));
    }

    public void writeChecks(Judgements judgements) throws IOException {
        WholeFile.write(folder.resolve("checks.csv"), out -> ChecksCsv.write(judgements, out));
    }

    /** What functions of one or two variables look like; what an earlier batch has left of that goes. */
    public void writeLandscapes(Landscapes all) throws IOException {
        Path landscapes = folder.resolve("landscapes");
        if (Files.isDirectory(landscapes)) {
            removeIn(landscapes, "*.csv", name -> true);
        }
        for (Landscapes.Grid grid : all.grids()) {
            WholeFile.write(landscapes.resolve(grid.name() + ".csv"), out -> LandscapeCsv.write(grid, out));
        }
        if (!all.models().isEmpty()) {
            WholeFile.write(landscapes.resolve("models.csv"), out -> LandscapeCsv.write(all.models(), out));
        }
    }

    public void writeManifest(Manifest manifest) throws IOException {
        WholeFile.write(folder.resolve("manifest.json"), manifest::write);
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        if (journal != null) {
            journal.close();
            journal = null;
        }
        if (lock != null) {
            Files.deleteIfExists(lockFile);
            lock.close();
            lock = null;
        }
    }
}
