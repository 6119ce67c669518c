package dev.optimizer.solver;

import java.util.Optional;

/**
 * Decides after every iterate, the start included, whether the run is over. Criteria are composed: {@code
 * slow.and(good).or(late)}.
 */
@FunctionalInterface
public interface StoppingCriterion {
    /** The ending when the run is over, empty when it goes on. Allocates nothing while it goes on. */
    Optional<Ending> test(Progress progress);

    /** Over when one of the two says so; if both do, with the ending of this one. The other is then not asked. */
    default StoppingCriterion or(StoppingCriterion other) {
        return progress -> {
            Optional<Ending> ending = test(progress);
            return ending.isPresent() ? ending : other.test(progress);
        };
    }

    /** Over when both say so at the same iterate, with the ending of this one. */
    default StoppingCriterion and(StoppingCriterion other) {
        return progress -> {
            Optional<Ending> ending = test(progress);
            return ending.isPresent() && other.test(progress).isPresent() ? ending : Optional.empty();
        };
    }
}
