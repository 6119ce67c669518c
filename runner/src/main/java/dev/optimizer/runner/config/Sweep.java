package dev.optimizer.runner.config;

import java.util.List;

/**
 * How more runs are made of problems × starts × solvers.
 *
 * @param axes may be none
 * @param exclude the runs that are left out
 * @param repeat how often each run is made, at least 1
 */
public record Sweep(List<Axis> axes, List<Selector> exclude, int repeat) {
    public Sweep {
        axes = List.copyOf(axes);
        exclude = List.copyOf(exclude);
    }
}
