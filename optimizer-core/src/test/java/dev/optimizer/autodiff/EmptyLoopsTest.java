package dev.optimizer.autodiff;

import static dev.optimizer.autodiff.Differences.agrees;
import static dev.optimizer.autodiff.Differences.moved;
import static dev.optimizer.autodiff.Differences.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.formula.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops that do not run, of which the body may mean entries that do not exist: nothing must be read for them. */
class EmptyLoopsTest {
    private static final int N = 4;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x[2]*prod(i in 5..4, x[i])                                  | 2 | 0 1 0
        x[2]*prod(i in 5..4, x[7])                                  | 2 | 0 1 0
        x[2] + sum(i in 5..4, x[7])                                 | 2 | 0 1 0
        x[2]*none                                                   | 2 | 0 1 0
        sum(i in 5..4, x[i])                                        | 0 | 0 0 0
        prod(i in 5..4, x[i])                                       | 1 | 0 0 0
        x[2] + sum(i in 5..4, sum(x[7:9]))                          | 2 | 0 1 0
        x[2] + sum(i in 5..4, sum(A[7:9,:]*x))                      | 2 | 0 1 0
        x[2] + sum(i in 5..4, norm2(x[i:i+2]) + max(x[i:i+2]))     | 2 | 0 1 0
        x[2] + sum(i in 5..4, trace(A[i:i+2,1:3]) + logsumexp(x[i:i+2])) | 2 | 0 1 0
        x[2] + sum(i in 1..3, sum(j in 9..8, x[j]*x[i]))            | 2 | 0 1 0
        x[2]*prod(i in 9..8, sum(j in 1..i, x[i+j]))                | 2 | 0 1 0
        x[2] + sum(i in 4..9, sum(j in i..3, x[i]*x[j]))            | 2 | 0 1 0
        sum(i in 1..9, prod(j in i..0, x[i]*x[j]))                  | 9 | 0 0 0
        sum(i in 1..5, sum(j in i..3, sum(k in 1..2, x[i]^k)))      | 30 | 9 10 7
        sum(i in 1..5, sum(j in i..3, prod(k in 1..2, x[i])))       | 20 | 6 8 6
        sum(i in 1..5, sum(j in i..3, prod(k in i..3, x[k])))       | 33 | 18 15 11
        sum(i in 1..5, sum(j in i..3, norm2(x[i:i])))               | 10 | 3 2 1
        sum(i in 1..5, sum(j in i..3, sum(m in 1..2, x[t[i]])))     | 24 | 6 0 6
        """)
    void addUpToNothingAndMultiplyToOne(String text, double value, String gradient) {
        Probe probe = Probe.of(builder().parse(text));

        assertThat(probe.value(1, 2, 3)).isEqualTo(value);
        double[] slopes = probe.gradient(1, 2, 3);
        String[] expected = gradient.split(" ");
        for (int i = 0; i < slopes.length; i++) {
            assertThat(slopes[i]).as(text).isEqualTo(Double.parseDouble(expected[i]));
        }
        assertThat(probe.hessian(1, 2, 3)).isNotNull();
    }

    private static Formula.Builder builder() {
        return Formula.builder()
                .variable("x", Shape.vector(3))
                .data("A", new Data(Shape.matrix(3, 3), new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}))
                .data("t", new Data(Shape.vector(3), new double[] {3, 1, 1}))
                .let("none", "prod(i in 5..4, x[i])");
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    /** Nests of which many iterations turn out empty, with subscripts that are in range where the body runs and only there. */
    @Property(seed = "20261125", tries = 600)
    void nestsAreWhatTheirTreesAre(@ForAll("seeds") long seed) {
        Formula formula = new Nests(seed).formula();
        double[] x = new Random(seed).doubles(N, 0.5, 1.5).toArray();
        double expected = TreeEvaluator.value(formula, x);
        for (Execution execution : new Execution[] {Execution.INTERPRETED, Execution.COMPILED}) {
            Probe probe = Probe.of(FormulaObjective.of(formula, execution));
            // Terms are positive, or else of order 1; sums are taken in another order.
            assertThat(probe.value(x)).as(formula.text()).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            double[] gradient = probe.gradient(x);
            double[] product = probe.hessianVector(x, new double[] {1, 1, 1, 1});
            double[][] hessian = probe.hessian(x);
            for (int i = 0; i < N; i++) {
                int at = i;
                agrees(gradient[i], noise(x, y -> probe.gradient(y)[at]), x[i], t -> probe.value(moved(x, at, t)));
                double row = hessian[i][0] + hessian[i][1] + hessian[i][2] + hessian[i][3];
                assertThat(product[i]).as(formula.text()).isCloseTo(row, within(1e-9 * (1 + Math.abs(row))));
            }
        }
    }

    /** Random nests of loops, three deep, around random terms, over x of 4. */
    private static final class Nests {
        private final Random random;
        private final List<String> indices = new ArrayList<>();

        Nests(long seed) {
            this.random = new Random(seed);
        }

        /** Most are refused, for a subscript leaves x; the first that is not. */
        Formula formula() {
            while (true) {
                try {
                    return Formula.builder()
                            .variable("x", Shape.vector(N))
                            .closed()
                            .parse(loop() + " + x[1]");
                } catch (FormulaException e) {
                    indices.clear();
                }
            }
        }

        private String loop() {
            String index = List.of("i", "j", "k").get(indices.size());
            String head = (random.nextInt(3) > 0 ? "sum(" : "prod(") + index + " in " + bound() + ".." + bound() + ", ";
            indices.add(index);
            String body = term();
            if (indices.size() < 3) {
                body = random.nextBoolean() ? body + "*" + loop() : body + " + " + loop();
            }
            indices.remove(index);
            return head + body + ")";
        }

        private String bound() {
            boolean fixed = indices.isEmpty() || random.nextInt(3) == 0;
            return fixed ? "" + (random.nextInt(7)) : subscript();
        }

        private String subscript() {
            int shift = random.nextInt(4) - 1;
            String index = indices.get(random.nextInt(indices.size()));
            return shift == 0 ? index : index + (shift < 0 ? "-" : "+") + Math.abs(shift);
        }

        private String term() {
            String entry = "x[" + subscript() + "]";
            return switch (random.nextInt(4)) {
                case 0 -> entry;
                case 1 -> "exp(-" + entry + "^2)";
                case 2 -> "cos(" + entry + "*x[" + subscript() + "])";
                default -> "norm2(x[" + indices.get(0) + ":" + indices.get(0) + "+1])";
            };
        }
    }
}
