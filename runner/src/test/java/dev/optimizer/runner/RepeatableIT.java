package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        // Standard output, runs.csv, checks.csv, manifest.json, journal.jsonl, three landscapes, four plots, eight
        // traces.
        assertThat(first).hasSize(20);
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
        List<Path> others = Jar.otherJdks();
        assumeThat(others).as("another JDK beside the one of the tests").isNotEmpty();
        for (Path java : others) {
            Map<String, String> there = run(Jar.in(folder.resolve(java.getName(java.getNameCount() - 3)))
                    .on(java)
                    .with("-Duser.language=tr", "-Duser.country=TR"));
            assertThat(there).as(java.toString()).isEqualTo(first);
        }
    }

    /** Seconds and all, because they are read from the same files; in another JVM, where hash tables have another order. */
    @Test
    void aReportThatIsMadeAnew() throws Exception {
        Jar jar = Jar.in(folder.resolve("anew"));
        run(jar);
        Path page = jar.folder().resolve("out/quartic/report.html");
        String before = Files.readString(page);

        assertThat(jar.run("report", "out/quartic").exit()).isZero();

        assertThat(page).hasContent(before);
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
}
