package dev.optimizer.formula;

import java.util.Optional;

/** Where an expression uses the index of a loop around it, if only in a subscript or in the range of another loop. */
record LoopUse(LoopRange loop, Expression place) {
    /** The first use, from left to right, of an index of the loops around. */
    static Optional<LoopUse> first(Expression root, Scope scope) {
        if (scope.loops().isEmpty()) {
            return Optional.empty();
        }
        for (Expression node : Expression.postOrder(root)) {
            for (LoopRange loop : scope.loops()) {
                if (uses(node, loop.level())) {
                    return Optional.of(new LoopUse(loop, node));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean uses(Expression node, int level) {
        if (node instanceof Expression.LoopIndex index) {
            return index.level() == level;
        } else if (node instanceof Expression.Selection selection) {
            return selection.rows().from().dependsOn(level)
                    || selection.columns().from().dependsOn(level);
        } else if (node instanceof Expression.Loop loop) {
            return loop.from().dependsOn(level) || loop.to().dependsOn(level);
        }
        return false;
    }
}
