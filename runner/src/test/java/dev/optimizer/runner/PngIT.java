package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --png}: pictures without a screen, and what is said where there can be none. */
class PngIT {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    private Path folder;

    @Test
    void runAndReportMakePictures() throws Exception {
        Jar.Finished run = Jar.in(folder).run("run", Jar.configs().resolve("quartic.yaml"), "--png");
        assertThat(run.exit()).as(run.err()).isZero();
        List<Path> pictures = pictures();
        assertThat(pictures)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "convergence-quartic-left.png",
                        "convergence-quartic-right.png",
                        "landscape-quartic-left.png",
                        "landscape-quartic-right.png");
        byte[] first = Files.readAllBytes(pictures.get(0));
        assertThat(first).startsWith(SIGNATURE);
        assertThat(Jar.in(folder).run("report", "results").exit()).isZero();
        assertThat(pictures()).isEmpty();
        assertThat(Jar.in(folder).run("report", "results", "--png").exit()).isZero();
        assertThat(Files.readAllBytes(pictures.get(0))).isEqualTo(first);
    }

    /** A Java runtime without the module that has AWT, as jlink makes them; one without fonts is told of in the same way. */
    @Test
    void withoutAwtNothingIsBegunAndTheRemedyIsNamed() throws Exception {
        Jar jar = Jar.in(folder)
                .with("--limit-modules", "java.base,java.xml,java.logging,java.management,jdk.unsupported");
        Jar.Finished refused = jar.run(Jar.configs().resolve("quartic.yaml"), "--png");
        assertThat(refused.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err())
                .startsWith("--png needs a Java with AWT and fonts, which this one lacks (")
                .contains("'apt-get install fontconfig fonts-dejavu-core'", "or leave --png out\n")
                .hasLineCount(2);
        assertThat(folder.resolve("results")).doesNotExist();
        Jar.Finished without = jar.run(Jar.configs().resolve("quartic.yaml"));
        assertThat(without.exit()).as(without.err()).isZero();
        assertThat(jar.run("report", "results", "--png").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(folder.resolve("results/quartic/report.html")).exists();
    }

    private List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results/quartic/plots"))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }
}
