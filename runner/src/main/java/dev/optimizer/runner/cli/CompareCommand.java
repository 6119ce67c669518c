package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.report.ReportPage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: two results, run by run. */
@Command(
        name = "compare",
        description = "Compares two folders of results, run by run; runs nothing.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Parameters(
            arity = "2",
            paramLabel = "A B",
            hideParamSyntax = true,
            description = "Results of an experiment, such as results/quartic, or folders with those of several.")
    private List<Path> folders;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a page with the runs of both in the same figures, and what is different.")
    private Path html;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.configure(global);
        Map<String, ResultTable> first = results(folders.get(0));
        Map<String, ResultTable> second = results(folders.get(1));
        if (first.containsKey("") != second.containsKey("")) {
            Path one = folders.get(first.containsKey("") ? 0 : 1);
            Path several = folders.get(first.containsKey("") ? 1 : 0);
            throw new UsageException(one + " holds the results of one experiment, " + several
                    + " folders with those of several; give two of a kind");
        }
        Map<String, Pairs> pairs = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            pairs.put(name, Pairs.of(table(first, name), table(second, name)));
        }
        console.print(json ? json(pairs) : new PairsText(console.colors(), folders).of(pairs));
        if (html != null) {
            writePage(pairs);
        }
        return ExitCode.OK.code();
    }

    private void writePage(Map<String, Pairs> pairs) {
        if (html.toString().isEmpty() || Files.isDirectory(html)) {
            throw new UsageException("--html needs the name of a file: '" + html + "' is a folder");
        }
        try {
            ReportPage.writeComparison(folders, pairs, html.toAbsolutePath());
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            console.details(e);
            throw new UsageException(html + ": the page cannot be made: " + Reason.of(e));
        }
        console.progress(html + ": written");
    }

    /** An experiment that one side does not have is one of which it has no run. */
    private static ResultTable table(Map<String, ResultTable> tables, String name) {
        ResultTable table = tables.get(name);
        return table == null ? ResultTable.empty(Path.of(name)) : table;
    }

    private String json(Map<String, Pairs> pairs) throws IOException {
        StringWriter out = new StringWriter();
        PairsJson.write(folders, pairs, out);
        return out.toString();
    }

    /** The tables in a folder by the name of their experiment, or under no name if the folder is that of one. */
    private static Map<String, ResultTable> results(Path folder) {
        Map<String, ResultTable> tables = new TreeMap<>();
        ResultFolders.in(folder).forEach((name, experiment) -> tables.put(name, table(experiment)));
        return tables;
    }

    private static ResultTable table(Path experiment) {
        try {
            return ResultTable.read(experiment.resolve("runs.csv"));
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            throw new UsageException(experiment + ": cannot be read: " + Reason.of(e));
        }
    }
}
