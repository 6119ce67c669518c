package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeAudit;
import dev.optimizer.objective.DerivativeAudit.Outcome;
import dev.optimizer.objective.DifferencedHessian;
import dev.optimizer.objective.Nd4jObjective;
import dev.optimizer.objective.Objective;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a run tells about derivatives that a user wrote. */
class AuditedRunTest {
    private final AtomicLong calls = new AtomicLong();

    /** x² + y² with an error in ∂f/∂y where x is below {@code from}. */
    private Objective wrongBelow(double from) {
        return Nd4jObjective.of(2, (x, g) -> {
            calls.incrementAndGet();
            g.assign(x.mul(2));
            if (x.getDouble(0) < from) {
                g.putScalar(1, g.getDouble(1) - 1);
            }
            return x.mul(x).sumNumber().doubleValue();
        });
    }

    private static Result descend(Objective objective) {
        return new Minimizer(LineSearchSolver.gradientDescent()).minimize(objective, start());
    }

    private static INDArray start() {
        return Nd4j.create(new double[] {3, 4});
    }

    @Test
    void rightDerivativesAreSaidToBeSo() {
        Result result = descend(wrongBelow(Double.NEGATIVE_INFINITY));

        assertThat(result.audit()).isEqualTo(DerivativeAudit.at(wrongBelow(-9), Vector.of(3, 4)));
        assertThat(result.audit().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.toString()).startsWith("converged at an unknown point, f = ");
    }

    /** The zero of the wrong gradient is no minimum of f: the run ends where it seems to be, and says why that is nothing. */
    @Test
    void aFailedAuditIsTheFirstThingThatAResultSays() {
        DifferencedHessian wrong = new DifferencedHessian(Nd4jObjective.of(
                2, x -> x.mul(x).sumNumber().doubleValue(), x -> x.mul(2).sub(Nd4j.create(new double[] {0, 1}))));
        Result result = new Minimizer(LineSearchSolver.pureNewton()).minimize(wrong, start());

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.audit().failed()).isTrue();
        assertThat(result.verdict().kind()).isEqualTo(PointKind.UNKNOWN);
        assertThat(result.verdict().negativeEigenvalues()).isEqualTo(-1);
        assertThat(result.toString())
                .startsWith(
                        "NOT TO BE TRUSTED, the gradient does not belong to the value: ∂f/∂x₂ = 7.0, but differences of f"
                                + " give 8.0 (entry 1, counted from 0): converged at an unknown point, f = ");
    }

    /** Right at the start, wrong where the line search fails. */
    @Test
    void theAuditIsMadeAgainWhereALineSearchFails() {
        Result result = descend(wrongBelow(1e-3));

        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.audit().failed()).isTrue();
        assertThat(result.audit().row()).isEqualTo(1);
    }

    @Test
    void whatTheAuditEvaluatesIsNotCounted() {
        Result audited = descend(wrongBelow(Double.NEGATIVE_INFINITY));
        long withAudit = calls.getAndSet(0);
        Result plain = new Minimizer(LineSearchSolver.gradientDescent())
                .withoutAudit()
                .minimize(wrongBelow(Double.NEGATIVE_INFINITY), start());

        assertThat(audited.evaluations()).hasToString(plain.evaluations().toString());
        assertThat(plain.audit()).isEqualTo(DerivativeAudit.NOT_MADE);
        // A quadratic is settled by four pairs of values, one more for its rounding, and four evaluations at and near
        // x.
        assertThat(withAudit - calls.get()).isEqualTo(14);
    }

    @Test
    void formulasAreNotAudited() {
        assertThat(descend(FormulaObjective.of("x^2 + y^2")).audit()).isEqualTo(DerivativeAudit.NOT_MADE);
    }
}
