package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments of the textbook hold, and notice it when a figure that they expect is wrong in its last digits. */
class TextbookTest {
    private static final Path TEXTBOOK = Path.of("../configs/textbook");

    /** A figure with a tolerance on the same line: {@code near: -5, tolerance: 0}, {@code gradient: {x: [1, 2], …}}. */
    private static final Pattern FIGURE = Pattern.compile(
            "(?:near|\\{(?:values|[a-z]+)): \\[*(?<figure>-?[0-9.]+(?:e-?[0-9]+)?)[^\\n]*tolerance: (?<tolerance>[0-9.e-]+)");

    @TempDir
    private Path folder;

    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(TEXTBOOK)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsOneForEachIdea() throws IOException {
        assertThat(configs()).hasSizeGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void holds(Path config) {
        Session session = Session.run(config, "--out", folder);
        assertThat(session.exit()).as(session.out()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).doesNotContain("no checks");
    }

    @ParameterizedTest
    @MethodSource("configs")
    void failsWhenAnExpectedFigureIsWrongInItsLastDigits(Path config) throws IOException {
        String text = Files.readString(config);
        Matcher figure = FIGURE.matcher(text);
        assertThat(figure.find(text.indexOf("\nexpect:"))).as("a figure").isTrue();
        String wrong = text.substring(0, figure.start("figure"))
                + perturbed(figure.group("figure"), figure.group("tolerance"))
                + text.substring(figure.end("figure"));
        copyData();
        Path copy = Files.writeString(folder.resolve(config.getFileName()), wrong);
        Session session = Session.run(copy, "--out", folder.resolve("results"));
        assertThat(session.exit()).as(wrong).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }

    /** A little beyond the tolerance, or the next double where that is 0. A tolerance that hides digits is refused. */
    private static String perturbed(String figure, String tolerance) {
        double value = Double.parseDouble(figure);
        double allowed = Double.parseDouble(tolerance);
        assertThat(allowed).as("the tolerance of " + figure).isLessThanOrEqualTo(1e-6 * Math.max(1, Math.abs(value)));
        double wrong = allowed == 0 ? Math.nextUp(value) : value + 3 * allowed;
        return new BigDecimal(wrong).round(new MathContext(17)).toString();
    }

    private void copyData() {
        try (Stream<Path> files = Files.list(TEXTBOOK)) {
            for (Path csv :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                Files.copy(csv, folder.resolve(csv.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
