package dev.optimizer.conformance;

import dev.optimizer.conformance.Method.Family;
import dev.optimizer.descent.AdaGrad;
import dev.optimizer.descent.Adam;
import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.BarzilaiBorwein;
import dev.optimizer.descent.Beta;
import dev.optimizer.descent.Bfgs;
import dev.optimizer.descent.ConjugateGradient;
import dev.optimizer.descent.Direction;
import dev.optimizer.descent.ExactStep;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.HagerZhang;
import dev.optimizer.descent.HeavyBall;
import dev.optimizer.descent.HessianModification;
import dev.optimizer.descent.LimitedMemoryBfgs;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.MoreThuente;
import dev.optimizer.descent.Nesterov;
import dev.optimizer.descent.Newton;
import dev.optimizer.descent.NewtonCg;
import dev.optimizer.descent.RmsProp;
import dev.optimizer.descent.Schedule;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.descent.StepRule;
import dev.optimizer.solver.Solver;
import dev.optimizer.trustregion.Dogleg;
import dev.optimizer.trustregion.GeneralizedLanczos;
import dev.optimizer.trustregion.SteihaugToint;
import dev.optimizer.trustregion.TrustRegionSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every direction with each step rule that makes sense for it, and every subproblem of the trust region. */
final class Methods {
    private static final List<Method> ALL = new ArrayList<>();

    static {
        steepestDescent();
        firstOrder();
        newton();
        leavingSaddles();
        unguarded();
    }

    private Methods() {}

    static Stream<Method> all() {
        return ALL.stream();
    }

    private static void steepestDescent() {
        descent("armijo", ArmijoBacktracking::new);
        descent("nonmonotone", () -> new ArmijoBacktracking(1e-4, 10));
        descent("wolfe", () -> new MoreThuente(1e-4, 0.1));
        descent("hager-zhang", () -> new HagerZhang(0.1, 0.1));
        descent("exact", ExactStep::new);
        descent("barzilai-borwein", BarzilaiBorwein::new);
    }

    private static void descent(String rule, Supplier<StepRule> step) {
        add("descent " + rule, Family.STEEPEST_DESCENT, SteepestDescent::new, step);
    }

    private static void firstOrder() {
        add("bfgs wolfe", Family.FIRST_ORDER, LineSearchSolver::bfgs);
        add("bfgs hager-zhang", Family.FIRST_ORDER, Bfgs::new, HagerZhang::new);
        add("bfgs armijo", Family.FIRST_ORDER, Bfgs::new, ArmijoBacktracking::new);
        add("l-bfgs wolfe", Family.FIRST_ORDER, LineSearchSolver::lbfgs);
        add("l-bfgs hager-zhang", Family.FIRST_ORDER, LimitedMemoryBfgs::new, HagerZhang::new);
        add("l-bfgs armijo", Family.FIRST_ORDER, LimitedMemoryBfgs::new, ArmijoBacktracking::new);
        for (Beta beta : Beta.values()) {
            conjugateGradient(beta, "wolfe", () -> new MoreThuente(1e-4, 0.1));
        }
        conjugateGradient(Beta.HAGER_ZHANG, "hager-zhang", () -> new HagerZhang(0.1, 0.1));
    }

    private static void conjugateGradient(Beta beta, String rule, Supplier<StepRule> step) {
        add("cg " + beta.word() + " " + rule, Family.FIRST_ORDER, () -> new ConjugateGradient(beta), step);
    }

    private static void newton() {
        for (HessianModification how : List.of(HessianModification.FLIP, HessianModification.SHIFT)) {
            newton(how, "armijo", ArmijoBacktracking::new);
            newton(how, "wolfe", MoreThuente::new);
        }
    }

    private static void newton(HessianModification how, String rule, Supplier<StepRule> step) {
        add("newton " + how.word() + " " + rule, Family.NEWTON, () -> new Newton(how), step);
    }

    private static void leavingSaddles() {
        add("newton-cg wolfe", Family.LEAVES_SADDLES, LineSearchSolver::newtonCg);
        add("newton-cg armijo", Family.LEAVES_SADDLES, NewtonCg::new, ArmijoBacktracking::new);
        add("nearly exact", Family.LEAVES_SADDLES, TrustRegionSolver::nearlyExact);
        add("dogleg", Family.LEAVES_SADDLES, () -> TrustRegionSolver.of(new Dogleg()));
        add("steihaug", Family.LEAVES_SADDLES, () -> TrustRegionSolver.of(new SteihaugToint()));
        add("gltr", Family.LEAVES_SADDLES, () -> TrustRegionSolver.of(new GeneralizedLanczos()));
        add("cubic", Family.LEAVES_SADDLES, TrustRegionSolver::cubicRegularization);
    }

    private static void unguarded() {
        add("newton pure", Family.UNGUARDED, LineSearchSolver::pureNewton);
        unguarded("fixed", SteepestDescent::new, Schedule.constant(), 1e-4);
        add("sgd", Family.UNGUARDED, SteepestDescent::new, () -> new FixedStep(Schedule.inverseTime(100)));
        add("heavy ball", Family.UNGUARDED, () -> new HeavyBall(0.9), FixedStep::new);
        add("nesterov", Family.UNGUARDED, Nesterov::new, FixedStep::new);
        unguarded("adam", Adam::new, Schedule.inverseSqrt(), Adam.DEFAULT_STEP);
        unguarded("adagrad", AdaGrad::new, Schedule.stepDecay(0.5, 10), 1);
        unguarded("rmsprop", RmsProp::new, Schedule.cosine(100, 0.01), 0.01);
    }

    private static void unguarded(String name, Supplier<Direction> direction, Schedule schedule, double step) {
        add(name, Family.UNGUARDED, () -> LineSearchSolver.of(direction.get(), new FixedStep(schedule), step));
    }

    private static void add(String name, Family family, Supplier<Direction> direction, Supplier<StepRule> rule) {
        add(name, family, () -> LineSearchSolver.of(direction.get(), rule.get()));
    }

    private static void add(String name, Family family, Supplier<Solver> maker) {
        ALL.add(new Method(name, family, maker));
    }
}
