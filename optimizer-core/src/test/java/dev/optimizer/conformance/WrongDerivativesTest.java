package dev.optimizer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.conformance.Faulty.Fault;
import dev.optimizer.objective.DerivativeAudit.Subject;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One entry of a derivative is wrong: whichever method runs, the entry is named, and nothing is claimed of the point. */
class WrongDerivativesTest {
    private static final String VALLEY = "100*(y - x^2)^2 + (1 - x)^2 + z^2 + x*z/10";

    /** The entry of z. */
    private static final int Z = 2;

    static Stream<Method> methods() {
        return Methods.all();
    }

    static Stream<Method> methodsThatSearch() {
        return Methods.all().filter(method -> method.family().goesDown());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aWrongSignInTheGradientIsNamed(Method method) {
        Result result = run(method, new Fault() {
            @Override
            public void gradient(double value, INDArray g) {
                g.putScalar(Z, -g.getDouble(Z));
            }
        });

        assertNamed(result, Subject.GRADIENT, -1);
        assertThat(result.toString())
                .startsWith("NOT TO BE TRUSTED, the gradient does not belong to the value: ∂f/∂x₃ = -");
    }

    /** A term that was forgotten. */
    @ParameterizedTest
    @MethodSource("methods")
    void aMissingTermOfTheGradientIsNamed(Method method) {
        Result result = run(method, new Fault() {
            @Override
            public void gradient(double value, INDArray g) {
                g.putScalar(Z, g.getDouble(Z) - 0.5);
            }
        });

        assertNamed(result, Subject.GRADIENT, -1);
    }

    /**
     * Right at the start and far down, so that it shows only when no step can be made, or when steps run out: trust regions shrink
     * until the fall of f is within its rounding, where the slopes decide, and creep on by those; nonmonotone descent climbs out
     * of where the gradient is wrong, again and again.
     */
    @ParameterizedTest
    @MethodSource("methodsThatSearch")
    void whatIsWrongLaterIsNamedInTheEnd(Method method) {
        Result result = run(method, new Fault() {
            @Override
            public void gradient(double value, INDArray g) {
                if (value < 1) {
                    g.putScalar(Z, g.getDouble(Z) - 100);
                }
            }
        });

        assertThat(result.status()).as("%s", result).isIn(Status.LINE_SEARCH_FAILED, Status.STALLED, Status.BUDGET);
        assertNamed(result, Subject.GRADIENT, -1);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aWrongEntryOfTheHessianIsNamed(Method method) {
        Result result = run(method, new Fault() {
            @Override
            public void hessian(INDArray h) {
                h.putScalar(0, Z, 3);
                h.putScalar(Z, 0, 3);
            }

            @Override
            public void product(INDArray v, INDArray hv) {
                // 0.1 is right.
                hv.putScalar(0, hv.getDouble(0) + 2.9 * v.getDouble(Z));
                hv.putScalar(Z, hv.getDouble(Z) + 2.9 * v.getDouble(0));
            }
        });

        // Either of the two that mirror each other.
        assertThat(result.audit().row() + result.audit().column()).isEqualTo(Z);
        assertNamed(result, Subject.HESSIAN, result.audit().row() == Z ? 0 : Z);
    }

    /** Only the products are wrong: Newton-CG sees them, and so do Steihaug's and Lanczos's subproblems. */
    @ParameterizedTest
    @MethodSource("methods")
    void aWrongProductWithTheHessianIsNamed(Method method) {
        Result result = run(method, new Fault() {
            @Override
            public void product(INDArray v, INDArray hv) {
                hv.putScalar(Z, hv.getDouble(Z) - 4 * v.getDouble(Z));
            }
        });

        assertNamed(result, Subject.HESSIAN_VECTOR, Z);
        assertThat(result.audit().row()).isEqualTo(Z);
    }

    private static Result run(Method method, Fault fault) {
        Lowest lowest = new Lowest();
        Result result = new Minimizer(method.maker().get())
                .stop(StoppingRules.defaults().withIterations(method.family().isQuick() ? 1000 : 200))
                .observe(lowest)
                .minimize(new Faulty(VALLEY, fault), Nd4j.create(new double[] {-1.2, 1, 2}));
        if (result.status() != Status.CONVERGED) {
            assertThat(result.value()).as("%s", result).isEqualTo(lowest.value());
        }
        return result;
    }

    private static void assertNamed(Result result, Subject subject, int column) {
        assertThat(result.audit().failed()).as("%s", result).isTrue();
        assertThat(result.audit().subject()).as("%s", result).isEqualTo(subject);
        assertThat(result.audit().column()).as("%s", result).isEqualTo(column);
        if (subject == Subject.GRADIENT) {
            assertThat(result.audit().row()).as("%s", result).isEqualTo(Z);
        }
        assertThat(result.verdict().kind())
                .as("%s", result)
                .isEqualTo(result.status() == Status.CONVERGED ? PointKind.UNKNOWN : PointKind.NOT_STATIONARY);
        assertThat(result.verdict().negativeEigenvalues()).isEqualTo(-1);
    }
}
