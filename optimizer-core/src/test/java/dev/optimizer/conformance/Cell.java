package dev.optimizer.conformance;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.StoppingRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One method on one problem from one of its starts. */
record Cell(Method method, Problem problem, String start) {
    /** Steps without a search wander about for ever: what they claim can be seen after a few. */
    private static final int FEW = 200;

    /** Enough for all but steepest descent, whose slowness is no news. */
    private static final int MANY = 1000;

    /** A formula is compiled once, whichever method it serves. */
    private static final Map<String, FormulaObjective> OBJECTIVES = new ConcurrentHashMap<>();

    /** Every method on the problems, from each of their starts. */
    static Stream<Cell> of(Stream<Problem> problems) {
        return problems.flatMap(problem -> problem.starts().keySet().stream()
                .flatMap(start -> Methods.all().map(method -> new Cell(method, problem, start))));
    }

    static Stream<Problem> problems() {
        return Problems.names().stream().map(name -> Problems.named(name).orElseThrow());
    }

    FormulaObjective objective() {
        return OBJECTIVES.computeIfAbsent(problem.name(), name -> problem.objective());
    }

    INDArray x0() {
        return Nd4j.create(
                problem.starts().get(start).stream().mapToDouble(v -> v).toArray());
    }

    Minimizer minimizer() {
        return new Minimizer(method.maker().get())
                .stop(StoppingRules.defaults().withIterations(method.family().isQuick() ? MANY : FEW));
    }

    /** As exceptions name it. */
    @Override
    public String toString() {
        return method + " on " + problem.name() + " from " + start;
    }
}
