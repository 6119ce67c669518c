package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a batch left on disk, without what the clock decides. */
final class Results {
    private Results() {}

    /**
     * Every file of a folder by its name; the {@code seconds} of CSV files are blanked. Of the journal, whose lines stand in the
     * order in which the runs ended, only how many there are. The report holds seconds too, and is made of the other files.
     */
    static Map<String, String> in(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                String text = Files.readString(file);
                contents.put(
                        name, name.endsWith("runs.csv") || name.startsWith("traces") ? withoutSeconds(text) : text);
            }
        }
        contents.remove("report.html");
        contents.computeIfPresent("journal.jsonl", (name, text) -> text.lines().count() + " lines");
        return contents;
    }

    /** No field of these files holds a comma. */
    private static String withoutSeconds(String csv) {
        List<String> header = List.of(csv.substring(0, csv.indexOf('\n')).split(","));
        int seconds = header.indexOf("seconds");
        assertThat(seconds).isPositive();
        return csv.replaceAll("(?m)^((?:[^,\n]*,){" + seconds + "})[^,\n]*", "$1");
    }
}
