package dev.optimizer.problem;

import dev.optimizer.formula.Shape;
import dev.optimizer.objective.Objective;
import java.util.List;
import java.util.Map;

/**
 * An objective of your own that configs can name: {@code plugin: NAME}. An implementation is public, has a public constructor
 * without parameters, and is named in its jar's {@code META-INF/services/dev.optimizer.problem.ObjectiveProvider}
 * ({@link java.util.ServiceLoader}). The jar holds whatever it needs beyond this library.
 *
 * <p>{@link #create} is called for each thread that needs an objective, and may be called by several at once; an objective
 * itself serves one thread. What else is asked of a provider is asked while a config is read, and best costs nothing.
 */
public interface ObjectiveProvider {
    /** What configs call it: at most 60 of A-Z a-z 0-9 _ -, a letter or _ first. */
    String name();

    /** One line on what it is. */
    String summary();

    /** The whole numbers that it may be asked for with, at their defaults; configs give others under {@code params}. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * The variables with their shapes, in the order in which their entries stand in x; the entries of a matrix row by row.
     *
     * @param parameters a value for each of {@link #parameters()}, in its range
     * @return a map that keeps its order, such as {@link java.util.LinkedHashMap}
     */
    Map<String, Shape> variables(Map<String, Integer> parameters);

    /**
     * A new objective over as many entries as the variables have. If it is
     * {@link dev.optimizer.objective.TwiceDifferentiable}, its Hessians are used; if not, they are differences of its
     * gradient.
     *
     * @param parameters as for {@link #variables}
     */
    Objective create(Map<String, Integer> parameters);
}
