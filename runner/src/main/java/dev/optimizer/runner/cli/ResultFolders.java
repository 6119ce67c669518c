package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds results on disk. */
final class ResultFolders {
    private ResultFolders() {}

    /**
     * The folder itself, under no name, if it has the results of an experiment; or else all in it that have, by their names.
     *
     * @throws UsageException if there are none
     */
    static Map<String, Path> in(Path folder) {
        if (hasResults(folder)) {
            return Map.of("", folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + ": no such folder");
        }
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(ResultFolders::hasResults)
                    .forEach(one -> found.put(one.getFileName().toString(), one));
        } catch (IOException e) {
            throw new UsageException(folder + ": cannot be read: " + Reason.of(e));
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    folder + ": no results here: neither runs.csv nor folders with one; 'run' makes them");
        }
        return found;
    }

    private static boolean hasResults(Path folder) {
        return Files.isRegularFile(folder.resolve("runs.csv"));
    }
}
