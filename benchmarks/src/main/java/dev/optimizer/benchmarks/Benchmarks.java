package dev.optimizer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks with JMH, counts what they allocate, and writes the results as a table. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param args the file for the table, then arguments of JMH: patterns of names and options */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        Path file = Path.of(args[0]);
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length)))
                .addProfiler(GCProfiler.class)
                // Otherwise a benchmark that disagrees with its peer would only be missing from the table.
                .shouldFailOnError(true)
                .build();
        String table = Machine.description() + "\n" + new ResultTable(new Runner(options).run());
        Files.writeString(file, table);
        System.out.println(table);
    }
}
