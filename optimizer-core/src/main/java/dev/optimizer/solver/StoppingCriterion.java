package dev.optimizer.solver;

import java.util.List;
import java.util.Optional;

/** Decides after every iterate, the start included, whether the run is over. */
public interface StoppingCriterion {
    /** The ending when the run is over, empty when it goes on. Allocates nothing while it goes on. */
    Optional<Ending> test(Progress progress);

    /** The first of several that fires, in their order. */
    static StoppingCriterion anyOf(StoppingCriterion... criteria) {
        List<StoppingCriterion> all = List.of(criteria);
        return progress -> {
            for (int i = 0; i < all.size(); i++) {
                Optional<Ending> ending = all.get(i).test(progress);
                if (ending.isPresent()) {
                    return ending;
                }
            }
            return Optional.empty();
        };
    }
}
