package dev.optimizer.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random valid configs, and what becomes of them when something in them is damaged. */
class CorruptedConfigTest {
    private static final List<String> PROBLEMS = List.of("""
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              optimum:
                value: -32
                at:
                  x: 2
              starts:
                left: -0.5
            """, """
            problem:
              variables:
                x: scalar
              let:
                half: x/2
              formula: half^2
              maximise: true
              starts:
                left:
                  random:
                    uniform: [-2, 3]
                    count: 10
            """, """
            problems:
              first:
                builtin: quartic
                starts:
                  left:
                    x: pi/4
              second:
                formula: exp(x)
                starts:
                  left:
                    fill: 1
            """);

    private static final List<String> SOLVERS = List.of("""
              newton: newton
            """, """
              newton:
                type: newton
                modification: none
            """, """
              newton:
                type: gradient-descent
                line_search:
                  type: armijo
                  sufficient_decrease: 1e-3
                step: 0.5
            """);

    private static final List<String> REST = List.of("""
            name: example
            """, """
            seed: 3
            """, """
            stop:
              gradient_norm: 1e-6
              iterations: 10
            """, """
            record:
              every: 2
              iterates: always
            """, """
            sweep:
              grid:
                stop.iterations: [1, 2]
              zip:
                z:
                  stop.seconds: [3, 4]
                  stop.evaluations: [5, 6]
              exclude:
                - start: left
                  solver: newton
            """, """
            repeat: 2
            """, """
            expect:
              - for:
                  solver: newton
                  start: left
                status: converged
                value:
                  min: -40
                  near: -32
                  tolerance: 1
              - gradient:
                  x: 1
                  tolerance: 0.1
                hessian:
                  values: [[1]]
            """);

    /** A key at the start of a line, behind its indentation and dash; names of the user's own are left alone. */
    private static final Pattern KEY = Pattern.compile("(?m)^( *(?:- )?)([a-z_]+):(?= |$)");

    private static final List<String> OWN_NAMES = List.of("x", "left", "newton", "half", "first", "second", "z");

    @Provide
    Arbitrary<String> configs() {
        Arbitrary<List<String>> rest =
                Arbitraries.of(REST).list().uniqueElements().ofMaxSize(REST.size());
        return Combinators.combine(Arbitraries.of(PROBLEMS), Arbitraries.of(SOLVERS), rest)
                .as((problem, solver, others) ->
                        "version: 1\n" + problem + "solvers:\n" + solver + String.join("", others));
    }

    @Property(tries = 100)
    void aConfigPutTogetherOfValidPartsIsValid(@ForAll("configs") String config) {
        assertThat(Configs.errors(config)).isEmpty();
    }

    @Property(tries = 1000)
    void aDamagedKeyIsTheOnlyErrorAndOnItsLine(@ForAll("configs") String config, @ForAll Random random) {
        List<int[]> keys = new ArrayList<>();
        Matcher matcher = KEY.matcher(config);
        while (matcher.find()) {
            if (!OWN_NAMES.contains(matcher.group(2))) {
                keys.add(new int[] {matcher.start(2), matcher.end(2)});
            }
        }
        int[] key = keys.get(random.nextInt(keys.size()));
        // A digit more is a slip that makes no declared key out of another.
        int at = key[0] + 1 + random.nextInt(key[1] - key[0]);
        String damaged = config.substring(0, at) + "7" + config.substring(at);
        long line = config.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        String written = damaged.substring(key[0], key[1] + 1);
        assertThat(Configs.errors(damaged)).as(damaged).singleElement().satisfies(error -> {
            assertThat(error.position().line()).isEqualTo((int) line);
            assertThat(error.message()).contains("unknown").contains("'" + written + "'");
        });
    }

    @Property(tries = 3000)
    void whateverIsDamagedTheErrorsAreDiagnosticsInOrder(@ForAll("configs") String config, @ForAll Random random) {
        StringBuilder damaged = new StringBuilder(config);
        String alphabet = "{}[]:,-&*!|>'\"%@`#?\n\t\r ~<=\\.0179aexX\u0000\u0007\u00E9\u2028\uD835\uDC65\uFEFF";
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(damaged.length());
            char c = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, c);
                case 1 -> damaged.insert(at, c);
                default -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(5)));
            }
        }
        // Anything but an InvalidConfigException leaves this method, and fails the test.
        List<Diagnostic> errors = Configs.errors(damaged.toString());
        assertThat(errors)
                .doesNotHaveDuplicates()
                .extracting(Diagnostic::position)
                .isSorted();
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.message()).isNotBlank();
            assertThat(error.render()).startsWith(error.position() + ": ");
        });
    }
}
