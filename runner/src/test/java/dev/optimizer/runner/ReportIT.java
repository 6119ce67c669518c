package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * {@code report.html} as its reader meets it: opened from disk in a real browser. What the functions of {@code eyes} look for is
 * in eyes.js; pictures for people are left in {@code target/screenshots}.
 */
class ReportIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Two minima with a saddle between them, from the saddle itself, from where steps lead into it, from beside and away. */
    private static final String SADDLE = """
            version: 1
            name: saddle
            problem:
              formula: x^2 - y^2 + y^4/4
              starts: {saddle: {x: 0, y: 0}, axis: {x: 2, y: 0}, beside: {x: 1.5, y: 0.01}, away: {x: -1, y: 2.5}}
            solvers: {descent: gradient-descent, bfgs: bfgs, newton: newton, trust-region: trust-region, newton-cg: newton-cg}
            """;

    private static final String CATALOGUE = """
            version: 1
            name: catalogue
            problems: {%s}
            solvers: {trust-region: trust-region, bfgs: bfgs, newton-cg: newton-cg, descent: gradient-descent}
            """;

    /** All problems of Moré, Garbow and Hillstrom (1981). */
    private static final String PROBLEMS = """
            bard beale biggs-exp6 box-3d brown-almost-linear brown-badly-scaled brown-dennis broyden-banded
            broyden-tridiagonal chebyquad discrete-boundary-value discrete-integral-equation extended-powell-singular
            extended-rosenbrock freudenstein-roth gaussian gulf helical-valley jennrich-sampson kowalik-osborne
            linear-full-rank linear-rank-1 linear-rank-1-zeros meyer osborne-1 osborne-2 penalty-1 penalty-2
            powell-badly-scaled powell-singular rosenbrock trigonometric variably-dimensioned watson wood
            """;

    /** 500 runs, some of which diverge. */
    private static final String SWEEP = """
            version: 1
            name: sweep
            problems:
              bowl: {formula: x^2 + 3*y^2, starts: {any: {random: {uniform: [-2, 2], count: 10}}}}
              valley: {formula: 100*(y - x^2)^2 + (1 - x)^2, starts: {any: {random: {uniform: [-2, 2], count: 10}}}}
            solvers: {descent: gradient-descent, newton: newton}
            sweep:
              grid: {descent.step: [0.001, 0.002, 0.005, 0.02], stop.gradient_norm: [1e-1, 1e-2, 1e-4, 1e-6, 1e-8]}
            """;

    /** Markup, quotes, a line break, an order to write from right to left, a place of the page's own frame. */
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\n\u202Ecba {{STYLE}}";

    private static final String BESIDE = "return document.querySelector('[data-panel=\"saddle, beside\"]')";
    private static final String LABELS =
            "return [...document.querySelectorAll('[data-panel=\"saddle, beside\"] .label')].map(label => label.textContent)";
    private static final String TICKS = LABELS.replace(".label", ".tick");
    private static final String PRESSED =
            "return [...document.querySelectorAll('.controls [aria-pressed=true]')].map(button => button.dataset.key)";
    private static final String HEADS =
            "return [...document.querySelectorAll('#runs-table th')].map(head => head.textContent)";
    private static final String IDS = "return eyes.column('#runs-table', 0)";
    private static final String OPEN = "return [...document.querySelectorAll('details[open]')].map(part => part.id)";

    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void makeTheReportsAndOpenABrowser() throws Exception {
        assumeTrue(Chromium.isHere(), Chromium.ABSENT);
        Files.writeString(folder.resolve("saddle.yaml"), SADDLE);
        String problems = PROBLEMS.strip().replaceAll("(\\S+)\\s*", "$1: {builtin: $1}, ");
        Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE.formatted(problems));
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        Jar.Finished finished = Jar.in(folder)
                .run(Jar.configs().resolve("quartic.yaml"), "saddle.yaml", "catalogue.yaml", "sweep.yaml");
        assertThat(finished.exit()).as(finished.err()).isZero();
        browser = Chromium.start();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void aDesktopByDay() {
        browser.size(1280, 900);
        browser.medium("screen", "light");
    }

    @ParameterizedTest
    @CsvSource({
        "quartic, 8, 300, 'convergence, landscapes, checks, runs, details, provenance'",
        "saddle, 20, 300, 'convergence, landscapes, runs, details, provenance'",
        "catalogue, 416, 3000, 'convergence, landscapes, profiles, runs, details, provenance'",
        "sweep, 500, 3000, 'convergence, landscapes, profiles, runs, details, provenance'"
    })
    void aReportIsSmallAndEveryPartIsThere(String name, int runs, int kilobytes, String sections) throws IOException {
        assertThat(Files.size(report(name))).isLessThan(kilobytes * 1000L);
        look(name);
        assertThat(browser.texts("return [...document.querySelectorAll('section')].map(section => section.id)"))
                .containsExactly(sections.split(", "));
        assertThat(browser.texts(IDS)).hasSize(runs);
        assertThat(browser.number("return document.querySelectorAll('#details details').length"))
                .isEqualTo(runs);
        assertThat(browser.texts("return eyes.empty()")).isEmpty();
        assertThat(browser.texts("return eyes.linesOfPanels()"))
                .isEqualTo(browser.texts("return eyes.solversOfPanels()"));
        assertThat(browser.texts("return eyes.mute()")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"quartic, 1", "saddle, 1", "catalogue, 10", "sweep, 2"})
    void nothingOverlapsNorIsPale(String name, int oneOf) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            int width = scheme.equals("light") ? 1280 : 390;
            browser.size(width, 900);
            browser.medium("screen", scheme);
            look(name);
            assertThat(browser.texts("return eyes.overlaps()")).as(scheme).isEmpty();
            assertThat(browser.texts("return eyes.wide()")).as(scheme).isEmpty();
            assertThat(browser.texts("return eyes.pale()")).as(scheme).isEmpty();
            browser.screenshot(PICTURES.resolve(name + "-" + scheme + "-" + width + ".png"));
        }
        assertThat(browser.texts("return eyes.overlapsOfAllViews(arguments[0])", oneOf))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"up, grad, ‖∇f‖∞", "up, step, step length", "across, nf, evaluations of f", "across, sec, seconds"})
    void aChoiceChangesLabelsLinesAndWords(String side, String key, String label) {
        look("saddle");
        String lines = browser.text(BESIDE + ".querySelector('.line').getAttribute('d')");
        String words = browser.text(BESIDE + ".querySelector('svg').getAttribute('aria-label')");
        assertThat(browser.texts(LABELS)).containsExactly("iteration", "f − best seen");
        browser.click(".controls [data-key=" + key + "]");
        assertThat(browser.texts(LABELS).get(side.equals("across") ? 0 : 1)).isEqualTo(label);
        assertThat(browser.text(BESIDE + ".querySelector('.line').getAttribute('d')"))
                .isNotEqualTo(lines);
        assertThat(browser.text(BESIDE + ".querySelector('svg').getAttribute('aria-label')"))
                .isNotEqualTo(words);
        assertThat(browser.texts(PRESSED)).contains(key).doesNotContain(side.equals("across") ? "i" : "gap");
    }

    /** An axis that is logarithmic has powers of ten, and a place of its own for what is not positive. */
    @Test
    void axesAreLogarithmicOrLinear() {
        look("saddle");
        assertThat(browser.texts(TICKS)).contains("10⁻⁶", "≤ 0", "15");
        browser.click(".controls [data-key=logY]");
        assertThat(browser.texts(TICKS)).contains("0", "1", "2", "15").doesNotContain("10⁻⁶", "≤ 0");
        browser.click(".controls [data-key=logX]");
        assertThat(browser.texts(TICKS)).contains("10⁰", "10¹").doesNotContain("15");
        assertThat(browser.texts(PRESSED)).contains("logX").doesNotContain("logY");
    }

    @Test
    void aHiddenSolverLeavesPlotsProfilesAndTheTableOfWins() {
        look("catalogue");
        String sentence = browser.text("return document.getElementById('profile-sentence').textContent");
        String best = sentence.substring(0, sentence.indexOf(' '));
        List<String> solvers = browser.texts("return eyes.names('#performance-profile')");
        assertThat(solvers).contains(best).hasSize(4);
        browser.click(".legend [data-solver='" + solvers.indexOf(best) + "']");
        browser.run("return eyes.scrollThrough()");
        for (String figure : List.of("[data-panel='wood, standard']", "#performance-profile", "#data-profile")) {
            assertThat(browser.texts("return eyes.names(arguments[0])", figure))
                    .hasSize(3)
                    .doesNotContain(best);
        }
        assertThat(browser.text("return document.getElementById('profile-sentence').textContent"))
                .isNotEqualTo(sentence)
                .doesNotContain(best)
                // Instances that nobody else has tried are instances still.
                .contains(" of " + sentence.replaceAll(".* of (\\d+).*", "$1"));
        assertThat(browser.texts("return eyes.column('#wins table', 0)"))
                .hasSize(3)
                .doesNotContain(best);
        assertThat(browser.texts("return eyes.pale()")).as("crossed out").isEmpty();
        browser.click(".legend [data-solver='" + solvers.indexOf(best) + "']");
        assertThat(browser.text("return document.getElementById('profile-sentence').textContent"))
                .isEqualTo(sentence);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void profilesFollowTheirCostAndTau() {
        look("catalogue");
        String performance = browser.text("return document.querySelector('#performance-profile').innerHTML");
        String data = browser.text("return document.querySelector('#data-profile').innerHTML");
        browser.click("#profiles [data-key=i]");
        browser.click("#profiles [data-key='1e-7']");
        browser.run("return eyes.scrollThrough()");
        assertThat(browser.text("return document.querySelector('#performance-profile').innerHTML"))
                .isNotEqualTo(performance)
                .contains("iterations over the fewest of any solver");
        assertThat(browser.text("return document.querySelector('#data-profile').innerHTML"))
                .isNotEqualTo(data)
                .contains("τ = 10⁻⁷");
    }

    @Test
    void theTableIsSortedByNumbersBothWaysAndFiltered() {
        browser.open(report("catalogue"), "");
        int iterations = browser.texts(HEADS).indexOf("iterations");
        String head = "#runs-table th:nth-child(" + (iterations + 1) + ")";
        String sorted = "return document.querySelector(\"" + head + "\").getAttribute('aria-sort')";
        browser.click(head + " button");
        List<Integer> up = iterations(iterations);
        assertThat(browser.text(sorted)).isEqualTo("ascending");
        assertThat(up).hasSize(416).isSorted().contains(2, 10, 1000);
        browser.click(head + " button");
        assertThat(browser.text(sorted)).isEqualTo("descending");
        assertThat(iterations(iterations))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsExactlyInAnyOrderElementsOf(up);

        browser.type("#runs input", "WOOD-times");
        assertThat(browser.texts(IDS)).hasSize(8).allMatch(id -> id.startsWith("wood-times-1"));
        browser.run("return eyes.choose('#runs select', 'budget')");
        assertThat(browser.texts("return eyes.column('#runs-table', 1)"))
                .isNotEmpty()
                .containsOnly("budget");
        assertThat(browser.text("return document.querySelector('#runs [aria-live]').textContent"))
                .endsWith(" of 416 runs");
    }

    @Test
    void aRunIsOpenedByItsNameInTheTableAndByTheAddress() {
        browser.open(report("quartic"), "");
        String id = browser.texts(IDS).get(6);
        browser.click("#runs-table tr:nth-child(7) a");
        browser.run("return eyes.frame()");
        assertThat(browser.texts(OPEN)).containsExactly("run-" + id);
        assertThat(browser.text("return document.querySelector('details[open] > div').textContent"))
                .contains("converged: ", "The final point is minimum.", "formula: ", "line_search", "iteration");
        assertThat(browser.number("return document.querySelectorAll('details[open] tbody tr').length"))
                .isEqualTo(7);

        browser.open(report("quartic"), "#run-" + id);
        assertThat(browser.texts(OPEN)).containsExactly("run-" + id);
        assertThat(browser.number("return document.querySelector('details[open]').getBoundingClientRect().top"))
                .isBetween(0L, 900L);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theModelAtTheEndOfARunIsDrawn() {
        look("saddle");
        String models = "return document.querySelectorAll('#landscapes .model').length";
        assertThat(browser.number(models)).isZero();
        browser.run("return eyes.choose('#landscapes select', '0')");
        assertThat(browser.number(models)).isGreaterThan(3);
        browser.run("return eyes.choose('#landscapes select', '')");
        assertThat(browser.number(models)).isZero();
        look("quartic");
        browser.run("return eyes.choose('#landscapes select', '0')");
        assertThat(browser.texts("return eyes.names('#landscapes .drawing')")).contains("second-order model");
    }

    @ParameterizedTest
    @CsvSource({"light, dark", "dark, light"})
    void theButtonTurnsDayIntoNight(String system, String chosen) {
        String ground = "return getComputedStyle(document.body).backgroundColor";
        browser.medium("screen", chosen);
        browser.open(report("quartic"), "");
        String wanted = browser.text(ground);
        browser.medium("screen", system);
        assertThat(browser.text(ground)).isNotEqualTo(wanted);
        browser.click("#theme");
        assertThat(browser.text(ground)).isEqualTo(wanted);
        assertThat(browser.texts("return eyes.pale()")).isEmpty();
        browser.click("#theme");
        assertThat(browser.text(ground)).isNotEqualTo(wanted);
    }

    @Test
    void keysReachEverythingInItsOrderAndItCanBeSeen() {
        look("quartic");
        long stops = browser.number("return eyes.stops().length");
        List<String> reached = new ArrayList<>();
        String last = "-1";
        // A scrolling part takes the focus, too, and is no stop of its own.
        for (int i = 0; i < 2 * stops && !last.equals(String.valueOf(stops - 1)); i++) {
            browser.press(Keys.TAB);
            last = browser.text("return eyes.focus()");
            reached.add(last);
        }
        reached.removeAll(List.of("-1"));
        assertThat(reached)
                .containsExactlyElementsOf(IntStream.range(0, (int) stops)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void keysDoWhatClicksDo() {
        look("saddle");
        browser.run("document.querySelector('.controls [data-key=grad]').focus()");
        browser.press(Keys.SPACE);
        assertThat(browser.texts(LABELS)).contains("‖∇f‖∞");
        browser.run("document.querySelector('.legend button').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.texts("return eyes.names('[data-panel=\"saddle, beside\"]')"))
                .hasSize(4);
        browser.run("document.querySelector('#landscapes select').focus()");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.number("return document.querySelectorAll('#landscapes .model').length"))
                .isPositive();
        browser.run("document.querySelector('#details summary').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.texts(OPEN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quartic", "saddle", "catalogue", "sweep"})
    void onPaperThereAreAllFiguresTheTablesAndWhoseLinesTheyAre(String name) throws IOException {
        browser.medium("", "dark");
        browser.open(report(name), "");
        browser.run("document.documentElement.dataset.theme = 'dark'");
        browser.print(PICTURES.resolve(name + ".pdf"));
        assertThat(browser.texts("return eyes.empty()")).isEmpty();
        // A4 without its margins.
        browser.size(718, 1000);
        browser.medium("print", "dark");
        assertThat(browser.text("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.texts("return eyes.pale()")).isEmpty();
        assertThat(browser.texts("return eyes.wide('.scroll')")).isEmpty();
        assertThat(
                        browser.number(
                                "return [...document.querySelectorAll('.legend button')].filter(b => b.checkVisibility()).length"))
                .isPositive();
        assertThat(browser.number("return eyes.stops().filter(stop => !stop.closest('.legend, .scroll')).length"))
                .as("what paper cannot do")
                .isZero();
    }

    /** What a config would never let through, put into the results on disk. */
    @Test
    void hostileNamesAreText() throws Exception {
        Path hostile = folder.resolve("hostile");
        copy(folder.resolve("results/saddle"), hostile);
        String cell = '"' + HOSTILE.replace("\"", "\"\"") + '"';
        String reason = HOSTILE + " as a reason";
        edit(
                hostile.resolve("runs.csv"),
                text -> text.replace(",newton,", "," + cell + ",")
                        .replace(",gradient_norm,", "," + cell.replaceFirst("\"$", " as a reason\"") + ",")
                        .replaceFirst("\nsaddle-away-newton-[0-9a-f]+", "\n" + Matcher.quoteReplacement(cell)));
        for (Path trace : files(hostile.resolve("traces"))) {
            edit(trace, text -> text.replaceFirst(",x,y", "," + Matcher.quoteReplacement(cell) + ",y"));
        }
        String name = HOSTILE.replace("\"", "\\\"").replace("\n", "\\n") + "\\ud800";
        edit(
                hostile.resolve("manifest.json"),
                text -> text.replaceFirst(
                        "\"name\" : \"saddle\"", Matcher.quoteReplacement("\"name\": \"" + name + "\"")));
        assertThat(Jar.in(folder).run("report", hostile).exit()).isZero();

        browser.open(hostile.resolve("report.html"), "");
        browser.run("return eyes.scrollThrough()");
        assertThat(browser.number("return document.scripts.length")).isEqualTo(2);
        assertThat(browser.number("return document.images.length")).isZero();
        // Half a character is none, and no file in UTF-8 can hold it.
        assertThat(browser.text("return document.querySelector('h1').textContent"))
                .isEqualTo(HOSTILE + "?");
        assertThat(browser.text("return document.title")).startsWith("</script><script>alert(1)</script><img");
        assertThat(browser.texts(
                        "return [...document.querySelectorAll('.legend .name')].map(name => name.textContent)"))
                .contains(HOSTILE);
        assertThat(browser.texts("return eyes.names('[data-panel=\"saddle, beside\"]')"))
                .contains(HOSTILE);
        assertThat(browser.text("return document.querySelector('#landscapes .label').textContent"))
                .startsWith("</script><script>alert(1)");
        assertThat(browser.texts("return eyes.column('#runs-table', 2)")).containsOnly(reason);
        assertThat(browser.texts("return eyes.overlaps()")).isEmpty();
        assertThat(browser.texts("return eyes.wide()")).isEmpty();
        int row = browser.texts(IDS).indexOf(HOSTILE);
        browser.click("#runs-table tbody tr:nth-child(" + (row + 1) + ") a");
        assertThat(browser.texts(OPEN)).containsExactly("run-" + HOSTILE);
        assertThat(browser.text("return document.querySelector('details[open] summary .name').textContent"))
                .isEqualTo(HOSTILE);
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot(PICTURES.resolve("hostile.png"));
    }

    @Test
    void aComparisonHasBothSidesInOneFigureAndSaysWhatIsDifferent() throws Exception {
        Jar jar = Jar.in(folder);
        assertThat(jar.run("saddle.yaml", "--set", "descent.line_search=strong-wolfe", "--out", "other")
                        .exit())
                .isZero();
        assertThat(jar.run("compare", "results/saddle", "other/saddle", "--html", "both.html")
                        .exit())
                .isZero();

        browser.open(folder.resolve("both.html"), "");
        browser.run("return eyes.scrollThrough()");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.text("return document.querySelector('h1').textContent"))
                .isEqualTo("A: results/saddle, B: other/saddle");
        assertThat(browser.texts("return eyes.column('#comparison-table', 0)"))
                .contains("saddle beside descent")
                .allMatch(run -> run.endsWith(" descent"));
        assertThat(browser.texts("return eyes.names('[data-panel=\"saddle, beside\"]')"))
                .hasSize(10)
                .startsWith("descent (A)", "bfgs (A)")
                .contains("descent (B)", "bfgs (B)");
        assertThat(browser.texts("return eyes.overlaps()")).isEmpty();
        assertThat(browser.texts("return eyes.wide()")).isEmpty();
        assertThat(browser.texts("return eyes.pale()")).isEmpty();
        browser.click("#runs-table tbody tr:last-child a");
        browser.run("return eyes.frame()");
        assertThat(browser.text("return document.querySelector('details[open] > div').textContent"))
                .contains("gradient_norm: 1e-8")
                .contains("The final point is ");
        browser.screenshot(PICTURES.resolve("comparison.png"));
    }

    private static Path report(String name) {
        return folder.resolve("results").resolve(name).resolve("report.html");
    }

    /** Opens a report and reads it to its end, without a word on the console and without a request. */
    private static void look(String name) {
        browser.open(report(name), "");
        browser.run("return eyes.scrollThrough()");
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<Integer> iterations(int column) {
        return browser.texts("return eyes.column('#runs-table', arguments[0])", column).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static void edit(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
