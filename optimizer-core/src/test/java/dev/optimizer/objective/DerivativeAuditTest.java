package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeAudit.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Wrong derivatives are found, and named. */
class DerivativeAuditTest {
    /** Changes one entry of a gradient: given x, the entry's number and its right value. */
    private interface Fault {
        double spoil(double[] x, int entry, double right);
    }

    private static final Map<String, Fault> FAULTS = Map.of(
            "sign", (x, i, right) -> -right,
            "factor", (x, i, right) -> 2 * right,
            "small factor", (x, i, right) -> 1.001 * right,
            "constant", (x, i, right) -> right + 0.01,
            "zero", (x, i, right) -> 0,
            "missing term", (x, i, right) -> right - Math.exp(x[i] / 5) / 5);

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (int n : new int[] {1, 2, 10, 1000}) {
            for (String fault : FAULTS.keySet()) {
                for (int entry : new int[] {0, n / 3, n - 1}) {
                    all.add(Arguments.of(n, fault, entry));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "n = {0}: {1} at {2}")
    @MethodSource("faults")
    void aWrongEntryOfTheGradientIsFoundAndNamed(int n, String fault, int entry) {
        Vector x = point(n);
        double[] right = new double[n];
        ByHand.chainGradient(x.toArray(), right);
        Objective wrong = ByHand.firstOrder(n, ByHand::chainValue, (at, g) -> {
            ByHand.chainGradient(at, g);
            g[entry] = FAULTS.get(fault).spoil(at, entry, g[entry]);
        });

        DerivativeAudit audit = DerivativeAudit.at(wrong, x);

        assertThat(audit.failed()).as(audit.message()).isTrue();
        assertThat(audit.subject()).isEqualTo(Subject.GRADIENT);
        assertThat(audit.row()).isEqualTo(entry);
        assertThat(audit.given()).isEqualTo(FAULTS.get(fault).spoil(x.toArray(), entry, right[entry]));
        // Rounding in f, a sum of up to 1,000 terms of size 1 to 10, over steps of at least 1e-4: below 1e-12·1e4.
        assertThat(audit.measured()).isCloseTo(right[entry], within(1e-7));
    }

    static Stream<Arguments> entries() {
        List<Arguments> all = new ArrayList<>();
        for (int n : new int[] {1, 2, 10, 300}) {
            for (int[] entry : new int[][] {{0, 0}, {n - 1, 0}, {0, n - 1}, {n / 2, n / 3}}) {
                all.add(Arguments.of(n, entry[0], entry[1]));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "n = {0}: ({1}, {2})")
    @MethodSource("entries")
    void aWrongEntryOfTheHessianIsFoundAndNamed(int n, int row, int column) {
        Vector x = point(n);
        double[][] right = new double[n][n];
        ByHand.chainHessian(x.toArray(), right);
        TwiceDifferentiable wrong = new ByHand(n, ByHand::chainValue, ByHand::chainGradient, (at, h) -> {
            ByHand.chainHessian(at, h);
            h[row][column] += 0.01;
        });

        DerivativeAudit audit = DerivativeAudit.at(wrong, x);

        assertThat(audit.failed()).as(audit.message()).isTrue();
        assertThat(audit.subject()).isEqualTo(Subject.HESSIAN);
        assertThat(audit.row()).isEqualTo(row);
        assertThat(audit.column()).isEqualTo(column);
        // Rounding in an entry of ∇f of size 10 over steps of at least 1e-5.
        assertThat(audit.given()).isCloseTo(right[row][column] + 0.01, within(1e-9));
        assertThat(audit.measured()).isCloseTo(right[row][column], within(1e-9));
    }

    @Test
    void aWrongProductIsToldFromAWrongHessian() {
        TwiceDifferentiable wrong = new ByHand(3, ByHand::chainValue, ByHand::chainGradient, ByHand::chainHessian) {
            @Override
            public void hessianVector(INDArray at, INDArray v, INDArray out) {
                super.hessianVector(at, v, out);
                out.putScalar(2, out.getDouble(2) + v.getDouble(0));
            }
        };

        DerivativeAudit audit = DerivativeAudit.at(wrong, Vector.of(0, 0, 0));

        assertThat(audit)
                .hasToString(
                        "products with the Hessian do not belong to the gradient: ∂²f/∂x₃∂x₁ = 1.0, but differences of"
                                + " ∇f give 0.0 (entry 2, 0, counted from 0)");
        assertThat(audit.subject()).isEqualTo(Subject.HESSIAN_VECTOR);
    }

    @Test
    void messagesNameTheEntryAsMathematicsAndAsArraysCountIt() {
        Objective gradient = ByHand.firstOrder(12, x -> 14 * x[10], (x, g) -> g[10] = 12.5);
        TwiceDifferentiable hessian = new ByHand(
                2,
                x -> x[0] * x[1] * 2,
                (x, g) -> {
                    g[0] = 2 * x[1];
                    g[1] = 2 * x[0];
                },
                (x, h) -> {
                    h[0][1] = 2;
                    h[1][0] = 3;
                });

        assertThat(DerivativeAudit.at(gradient, Vector.zeros(12)))
                .hasToString("the gradient does not belong to the value: ∂f/∂x₁₁ = 12.5, but differences of f give 14.0"
                        + " (entry 10, counted from 0)");
        assertThat(DerivativeAudit.at(hessian, Vector.of(1, 1)))
                .hasToString("the Hessian does not belong to the gradient: ∂²f/∂x₂∂x₁ = 3.0, but differences of ∇f give"
                        + " 2.0 (entry 1, 0, counted from 0)");
    }

    @Test
    void theValueThatComesWithTheGradientHasToBeF() {
        TwiceDifferentiable wrong = new ByHand(1, ByHand::chainValue, ByHand::chainGradient, ByHand::chainHessian) {
            @Override
            public double gradient(INDArray at, INDArray out) {
                return super.gradient(at, out) / 2;
            }
        };

        assertThat(DerivativeAudit.at(wrong, Vector.of(0)))
                .hasToString("the value that comes with the gradient is not f: 0.625, but f = 1.25");
    }

    @Test
    void whereNothingIsWrongNothingIsFound() {
        for (int n : new int[] {1, 2, 10, 300}) {
            assertThat(DerivativeAudit.at(ByHand.chain(n), point(n))).isEqualTo(DerivativeAudit.PASSED);
        }
        assertThat(DerivativeAudit.PASSED).hasToString("the derivatives belong to the value");
        assertThat(DerivativeAudit.NOT_MADE).hasToString("the derivatives were not audited");
    }

    /** Entries from −2 to 2. */
    private static Vector point(int n) {
        Random random = new Random(n);
        return Vector.of(random.doubles(n, -2, 2).toArray());
    }
}
