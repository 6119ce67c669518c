package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectCommandTest {
    private static final String TWO = """
            version: 1
            problems:
              wave:
                formula: x*exp(-x^2 - y^2)
                starts: {left: {x: -1, y: 0}, any: {random: {uniform: [0, 1], count: 3}}}
              edge: {formula: log(x), starts: {a: 1}}
            solvers: {newton: newton}
            """;

    @TempDir
    private Path folder;

    private Path quartic;
    private Path two;

    @BeforeEach
    void writeConfigs() throws IOException {
        quartic = Files.writeString(folder.resolve("quartic.yaml"), Experiments.QUARTIC);
        two = Files.writeString(folder.resolve("two.yaml"), TWO);
    }

    @Test
    void showsTheQuarticAtOneHalf() {
        Session session = Session.run("inspect", quartic, "--at", "x=0.5");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).startsWith("""
                at           x = 0.5
                value        -3.3125
                gradient     x = -13.5
                Hessian      -27
                eigenvalues  -27
                point        not-stationary
                model        -3.3125 - 13.5·(x - 0.5) - 13.5·(x - 0.5)²
                derivatives  agree with central differences (∇f to\s""").hasLineCount(8);
    }

    @ParameterizedTest
    @CsvSource({"x=0, maximum", "x=-1, minimum", "x=2, minimum", "x=1, not-stationary"})
    void saysWhatKindOfPointItIs(String at, String kind) {
        assertThat(Session.run("inspect", quartic, "--at", at).out()).contains("point        " + kind + "\n");
    }

    @Test
    void showsMatricesRowByRow() {
        assertThat(Session.run("inspect", two, "--problem", "wave", "--start", "left")
                        .out())
                .contains("at           x = -1, y = 0\n", "gradient     x = -0.36787944117144233, y = 0\n")
                .containsPattern("Hessian      0\\.73575888234288\\d+  -?0\n             -?0  0\\.73575888234288\\d+\n")
                .contains("model        -0.367879 - 0.367879·(x + 1) + 0.367879·(x + 1)² + 0.367879·y²\n");
    }

    @Test
    void theFirstStartIsTheDefaultAndRandomOnesHaveTheirNumber() {
        String first = Session.run("inspect", quartic).out();
        assertThat(first).startsWith("at           x = -0.5\n");
        assertThat(Session.run("inspect", quartic, "--start", "left").out()).isEqualTo(first);
        assertThat(Session.run("inspect", two, "--problem", "wave", "--start", "any-2")
                        .out())
                .startsWith("at           x = 0.");
    }

    @Test
    void coordinatesMayBeFormulasInAnyOrder() {
        assertThat(Session.run("inspect", two, "--problem", "wave", "--at", " y = 2^-1 , x=pi/4")
                        .out())
                .startsWith("at           x = 0.7853981633974483, y = 0.5\n");
    }

    @Test
    void jsonHoldsTheSameFigures() throws IOException {
        Session session = Session.run("inspect", quartic, "--start", "right", "--json");
        assertThat(session.err()).isEmpty();
        Map<String, Object> found = leaves(session.out());
        assertThat(found)
                .containsEntry("/variables/0", "x")
                .containsEntry("/at/0", 0.5)
                .containsEntry("/value", -3.3125)
                .containsEntry("/gradient/0", -13.5)
                .containsEntry("/hessian/0/0", -27.0)
                .containsEntry("/eigenvalues/0", -27.0)
                .containsEntry("/point", "not-stationary")
                .containsEntry("/model", "-3.3125 - 13.5·(x - 0.5) - 13.5·(x - 0.5)²")
                .containsEntry("/derivative_check/passed", true)
                .containsKeys("/derivative_check/gradient_error", "/derivative_check/hessian_error");
        // Central differences are good for about ε^(2/3) = 4e-11 of a well-scaled function; two decades of margin.
        assertThat((Double) found.get("/derivative_check/gradient_error")).isCloseTo(0, within(1e-8));
    }

    @Test
    void outsideTheDomainItSaysSoAndTheJsonStaysJson() throws IOException {
        assertThat(Session.run("inspect", two, "--problem", "edge", "--at", "x=-1")
                        .out())
                .contains(
                        "value        NaN\n",
                        "derivatives  cannot be checked: ∂f/∂x: f is not finite around this point, or changes too much or"
                                + " too little for differences\n");
        String json = Session.run("inspect", two, "--problem", "edge", "--at", "x=-1", "--json")
                .out();
        assertThat(leaves(json)).containsEntry("/value", "NaN");
        assertThat(json).as("neither passed nor failed").contains("\"passed\" : null");
    }

    /** The Euclidean norm has no derivative at 0; neither has 1/x, where it is no number at all. */
    @Test
    void aDerivativeThatIsNotFiniteIsNotRight() throws IOException {
        Path config = Files.writeString(folder.resolve("norm.yaml"), """
                version: 1
                problem:
                  formula: norm2(x) + y^2
                  variables: {x: 2}
                  starts: {a: {x: [0, 0], y: 3}, b: {x: [3, 4], y: 0}}
                solvers: {newton: newton}
                """);

        assertThat(Session.run("inspect", config).out()).contains("derivatives  cannot be checked: ∂f/∂x_1 is NaN\n");
        assertThat(leaves(Session.run("inspect", config, "--json").out()))
                .containsEntry("/derivative_check/passed", false)
                .containsEntry("/derivative_check/gradient_error", "NaN")
                .containsEntry("/derivative_check/hessian_error", "NaN");
        assertThat(leaves(
                        Session.run("inspect", config, "--start", "b", "--json").out()))
                .containsEntry("/derivative_check/passed", true);
    }

    @Test
    void aPointMayBeFilled() throws IOException {
        Path config = Files.writeString(folder.resolve("fill.yaml"), """
                version: 1
                problem: {formula: norm2(x)^2 + y, variables: {x: 3}, starts: {a: {fill: 1}}}
                solvers: {newton: newton}
                """);

        assertThat(Session.run("inspect", config, "--at", "x={fill: 1/2},y=1").out())
                .startsWith("at           x = [0.5, 0.5, 0.5], y = 1\n");
        assertThat(Session.run("inspect", config, "--at", "x={fill: [1]},y=1").exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theHessianOfManyEntriesHasNoErrorInJson() throws IOException {
        Path config = Files.writeString(folder.resolve("many.yaml"), """
                version: 1
                problem: {formula: norm2(x)^2, variables: {x: 501}, starts: {a: {fill: 1}}}
                solvers: {newton: newton}
                """);

        assertThat(Session.run("inspect", config, "--json").out())
                .contains("\"passed\" : true", "\"hessian_error\" : null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--start rigth | no start 'rigth'; did you mean 'right'?",
                "--start nowhere | no start 'nowhere'; there are left, right",
                "--problem qartic | no problem 'qartic'; did you mean 'quartic'?",
                "--at y=1 | --at y=1: no variable 'y'; there are x",
                "--at x=1,x=2 | --at x=1,x=2: 'x' is given twice",
                "--at x | --at x: write variable=value, as in --at x=0",
                "--at 1.5 | --at 1.5: write variable=value, as in --at x=0",
                "--at x=sine(1) | --at x=sine(1): unknown function 'sine'; did you mean 'sin'?~  sine(1)~  ^^^^",
                "--at x=pi/4+ | --at x=pi/4+: missing operand after '+'~  pi/4+~      ^"
            })
    void aPointThatDoesNotExistIsAUsageError(String where, String message) {
        String[] words = where.split(" ");
        Session session = Session.run("inspect", quartic, words[0], words[1]);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.out()).isEmpty();
        assertThat(session.message()).isEqualTo(message.replace('~', '\n'));
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        assertThat(Session.run("inspect", two, "--problem", "wave", "--at", "y=1")
                        .message())
                .isEqualTo("--at y=1: no value for x");
        assertThat(Session.run("inspect", two, "--problem", "wave", "--at", "x:1")
                        .message())
                .isEqualTo("--at x:1: write variable=value, as in --at x=0,y=0");
    }

    @Test
    void severalProblemsMustBeChosenFrom() {
        assertThat(Session.run("inspect", two).message())
                .isEqualTo("the config has several problems; choose one with --problem: wave, edge");
    }

    @Test
    void aFolderOfSeveralIsRefused() {
        Session session = Session.run("inspect", folder);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo(folder + ": inspect takes one config file, not a folder of several");
    }

    /** Every scalar of a JSON text under its path, as in a JSON pointer. */
    private static Map<String, Object> leaves(String json) throws IOException {
        Map<String, Object> leaves = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                JsonToken token = parser.currentToken();
                if (token.isNumeric()) {
                    leaves.put(path, parser.getDoubleValue());
                } else if (token.isBoolean()) {
                    leaves.put(path, parser.getBooleanValue());
                } else if (token == JsonToken.VALUE_STRING) {
                    leaves.put(path, parser.getText());
                }
            }
        }
        return leaves;
    }
}
