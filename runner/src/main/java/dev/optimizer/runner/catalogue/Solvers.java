package dev.optimizer.runner.catalogue;

import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.List;

/** The solvers that a config can name. */
public final class Solvers {
    private static final List<SolverType> ALL = List.of(
            GradientDescentType.TYPE,
            ConjugateGradientType.TYPE,
            BfgsType.TYPE,
            LimitedMemoryBfgsType.TYPE,
            NewtonType.TYPE,
            NewtonCgType.TYPE,
            TrustRegionType.TYPE,
            CubicRegularizationType.TYPE,
            AdamType.TYPE,
            AdaGradType.TYPE,
            RmsPropType.TYPE,
            SgdType.TYPE);

    private Solvers() {}

    /** Every solver type with its options, in the order that {@code list solvers} shows. */
    public static List<Section> declarations() {
        return ALL.stream().map(SolverType::declaration).toList();
    }

    /** A new solver as configured. */
    public static Solver create(Choice method) {
        return ALL.stream()
                .filter(type -> type.declaration().name().equals(method.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such solver: " + method.type()))
                .create(method);
    }
}
