package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plots/*.svg}, and {@code plots/*.png} with {@code --png}. */
class PlotsTest {
    private static final String TWO_SOLVERS = """
            version: 1
            name: two
            problems:
              valley:
                formula: 100*(y - x^2)^2 + (1 - x)^2
                starts:
                  far: {x: -1.2, y: 1}
                  any: {random: {uniform: [-2, 2], count: 9}}
              line:
                formula: x^4 - x
                starts: {a: 2}
              space:
                formula: x^2 + y^2 + z^2
                starts: {a: {x: 1, y: 2, z: 3}}
            solvers: {newton: newton, bfgs: bfgs}
            """;

    private static final List<String> NAMES = List.of(
            "convergence-line-a",
            "convergence-space-a",
            "convergence-valley-any",
            "convergence-valley-far",
            "data-profile",
            "landscape-line-a",
            "landscape-valley-any",
            "landscape-valley-far",
            "performance-profile");

    @TempDir
    private static Path folder;

    private static Path plots;

    @BeforeAll
    static void run() throws IOException {
        Path config = Files.writeString(folder.resolve("two.yaml"), TWO_SOLVERS);
        Session session = Session.run(config, "--out", folder.resolve("out"), "--png");
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        plots = folder.resolve("out/two/plots");
    }

    @Test
    void everyFigureIsThereInBothFormats() throws IOException {
        assertThat(names(plots))
                .containsExactlyElementsOf(NAMES.stream()
                        .flatMap(name -> Stream.of(name + ".png", name + ".svg"))
                        .toList());
    }

    @Test
    void everyClassThatIsUsedHasItsRule() throws IOException {
        for (String name : NAMES) {
            String svg = Files.readString(plots.resolve(name + ".svg"));
            assertThat(svg).doesNotContain("var(");
            Set<String> used = matches("class=\"([^\"]*)\"", svg)
                    .flatMap(classes -> Arrays.stream(classes.split(" ")))
                    .collect(Collectors.toSet());
            // Solid lines are what there is without a rule; of a critical point only the word is seen.
            used.removeAll(Set.of("d0", "critical"));
            String style = svg.substring(svg.indexOf("<style>"), svg.indexOf("</style>"));
            assertThat(used)
                    .isNotEmpty()
                    .isSubsetOf(matches("\\.([a-z0-9]+)[ ,]", style).toList());
        }
    }

    @Test
    void everySolverIsNamedInItsColour() throws IOException {
        for (String name : NAMES) {
            assertThat(plots.resolve(name + ".svg")).content().containsPattern(">newton(, 9 runs)?</text>");
            BufferedImage image = ImageIO.read(plots.resolve(name + ".png").toFile());
            assertThat(image.getWidth()).isEqualTo(840);
            assertThat(image.getHeight()).isEqualTo(name.startsWith("landscape") ? 720 : 560);
            Set<Integer> colors = Arrays.stream(image.getRGB(0, 0, 840, image.getHeight(), null, 0, 840))
                    .mapToObj(pixel -> pixel & 0xffffff)
                    .collect(Collectors.toSet());
            // The ground, the axes, and the first two colours of the style sheet.
            assertThat(colors).as(name).contains(0xffffff, 0x5b6570, 0x0072b2, 0xd55e00);
        }
    }

    @Test
    void severalStartsAreABandAndASingleOneIsALineWithAMark() throws IOException {
        assertThat(plots.resolve("convergence-valley-any.svg"))
                .content()
                .contains("class=\"band\"", ">bfgs, 9 runs</text>")
                .doesNotContain("class=\"mark\"");
        assertThat(plots.resolve("convergence-valley-far.svg"))
                .content()
                .contains("class=\"mark\"", ">bfgs</text>")
                .doesNotContain("class=\"band\"");
    }

    @Test
    void landscapesShowPathsOverContoursOrOverTheCurve() throws IOException {
        assertThat(plots.resolve("landscape-valley-far.svg"))
                .content()
                .contains("class=\"level\"", "class=\"dots\"", ">minimum</text>");
        assertThat(plots.resolve("landscape-line-a.svg"))
                .content()
                .contains("data-name=\"f\"", "data-name=\"newton\"")
                .doesNotContain("class=\"level\"");
    }

    @Test
    void theReportDrawsTheSameBytes() throws IOException {
        Path copy = copy("again");
        Map<String, byte[]> before = contents(copy.resolve("plots"));
        assertThat(Session.run("report", copy, "--png").exit()).isEqualTo(ExitCode.OK);
        Map<String, byte[]> after = contents(copy.resolve("plots"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
    }

    @Test
    void plotsOfEarlierBatchesGo() throws IOException {
        Path copy = copy("old");
        Files.writeString(copy.resolve("plots/convergence-gone.svg"), "old");
        Files.writeString(copy.resolve("plots/convergence-gone.png"), "old");
        Files.writeString(copy.resolve("plots/notes.txt"), "the user's");
        assertThat(Session.run("report", copy).exit()).isEqualTo(ExitCode.OK);
        List<String> left = Stream.concat(NAMES.stream().map(name -> name + ".svg"), Stream.of("notes.txt"))
                .sorted()
                .toList();
        assertThat(names(copy.resolve("plots"))).containsExactlyElementsOf(left);
    }

    @Test
    void titlesThatMakeOneNameGetFilesOfTheirOwn() throws IOException {
        Path config = Files.writeString(folder.resolve("alike.yaml"), """
                version: 1
                name: alike
                problem: {formula: x^2, starts: {a: 1, A: 2}}
                solvers: {newton: newton}
                """);
        assertThat(Session.run(config, "--out", folder.resolve("out")).exit()).isEqualTo(ExitCode.OK);
        assertThat(names(folder.resolve("out/alike/plots")))
                .contains("convergence-alike-a.svg", "convergence-alike-A-2.svg");
    }

    @Test
    void resumingMakesThePicturesToo() throws IOException {
        Path out = folder.resolve("resumed");
        Path config = folder.resolve("two.yaml");
        Session.run(config, "--out", out);
        assertThat(names(out.resolve("two/plots"))).noneMatch(name -> name.endsWith(".png"));
        Session session = Session.run(config, "--out", out, "--resume", "--png");
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(names(out.resolve("two/plots"))).contains("convergence-line-a.png");
    }

    private static Path copy(String name) throws IOException {
        Path from = folder.resolve("out/two");
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }

    private static List<String> names(Path plots) throws IOException {
        try (Stream<Path> files = Files.list(plots)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> contents(Path plots) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : names(plots)) {
            contents.put(name, Files.readAllBytes(plots.resolve(name)));
        }
        return contents;
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }
}
