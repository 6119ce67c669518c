package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same config gives the same bytes, but for the columns called seconds. */
class RepeatableIT {
    @TempDir
    private static Path folder;

    private static Map<String, String> first;

    @BeforeAll
    static void runOnce() throws Exception {
        first = run(Jar.in(folder.resolve("first")));
        // Standard output, runs.csv, manifest.json, journal.jsonl and eight traces.
        assertThat(first).hasSize(12);
    }

    @Test
    void again() throws Exception {
        assertThat(run(Jar.in(folder.resolve("second")))).isEqualTo(first);
    }

    @Test
    void inGermanWithAnotherEncoding() throws Exception {
        assertThat(run(Jar.in(folder.resolve("german"))
                        .with("-Duser.language=de", "-Duser.country=DE", "-Dfile.encoding=ISO-8859-1")))
                .isEqualTo(first);
    }

    /** And in Turkish, where the lower case of I is not i. */
    @Test
    void onAnyOtherJdk() throws Exception {
        List<Path> others = otherJdks();
        assumeThat(others).as("another JDK beside the one of the tests").isNotEmpty();
        for (Path java : others) {
            Map<String, String> there = run(Jar.in(folder.resolve(java.getName(java.getNameCount() - 3)))
                    .on(java)
                    .with("-Duser.language=tr", "-Duser.country=TR"));
            assertThat(there).as(java.toString()).isEqualTo(first);
        }
    }

    /** All files of the results and the standard output; whatever depends on the clock or the JDK is blanked. */
    private static Map<String, String> run(Jar jar) throws IOException, InterruptedException {
        Jar.Finished finished = jar.run(Jar.configs().resolve("quartic.yaml"), "--out", "out");
        assertThat(finished.exit()).as(finished.err()).isZero();
        Map<String, String> contents = Results.in(jar.folder().resolve("out/quartic"));
        contents.computeIfPresent(
                "manifest.json", (name, text) -> text.replaceAll("\"java\" : \".*\"", "\"java\" : \"\""));
        contents.put("standard output", finished.out());
        return contents;
    }

    /** JDKs in the folder that this one lives in, links followed, each once. */
    private static List<Path> otherJdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return siblings.filter(home -> Files.exists(Jar.javaOf(home)) && version(home) >= 17)
                    .map(RepeatableIT::real)
                    .distinct()
                    .filter(home -> !home.equals(own))
                    .sorted()
                    .map(Jar::javaOf)
                    .toList();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** The feature release, 17 or 25, out of the file that every JDK has; 0 if it has none. */
    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
