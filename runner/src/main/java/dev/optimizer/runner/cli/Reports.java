package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Annotations;
import dev.optimizer.runner.output.JUnitXml;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.Report;
import dev.optimizer.runner.output.StepSummary;
import dev.optimizer.runner.output.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other programs are told of the experiments that are done: JUnit's XML, and GitHub's annotations and summary. */
final class Reports {
    private final Console console;
    private final Optional<Path> junit;
    private final List<Report> reports = new ArrayList<>();

    /**
     * @param junit the file to write, if any
     * @throws UsageException if it cannot be a file
     */
    Reports(Console console, Optional<Path> junit) {
        this.console = console;
        this.junit = junit;
        if (junit.isPresent() && (junit.get().toString().isEmpty() || Files.isDirectory(junit.get()))) {
            throw new UsageException("--junit needs the name of a file: '" + junit.get() + "' is a folder");
        }
    }

    void add(Report report) {
        reports.add(report);
    }

    /** Whether all could be written. */
    boolean write() {
        if (console.environment("GITHUB_ACTIONS").equals("true")) {
            Annotations.of(reports).forEach(console::error);
        }
        appendStepSummary();
        return junit.isEmpty() || writeJUnit(junit.get().toAbsolutePath());
    }

    private boolean writeJUnit(Path file) {
        try {
            WholeFile.write(file, out -> JUnitXml.write(reports, out));
            return true;
        } catch (IOException e) {
            console.details(e);
            console.error(junit.get() + ": cannot be written: " + Reason.of(e));
            return false;
        }
    }

    /** A summary is a convenience of the CI server: results do not fail for want of one. */
    private void appendStepSummary() {
        String file = console.environment("GITHUB_STEP_SUMMARY");
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file), StepSummary.of(reports), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            console.error("GITHUB_STEP_SUMMARY " + file + " cannot be written: " + Reason.of(e));
        } catch (InvalidPathException e) {
            console.error("GITHUB_STEP_SUMMARY is not a file: " + e.getMessage());
        }
    }
}
