package dev.optimizer.autodiff;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Function;
import dev.optimizer.formula.IndexPolynomial;
import dev.optimizer.formula.Lookup;
import dev.optimizer.formula.Subscript;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lowering has to know of each node of a formula before it starts: which loops it depends on, and what one of its
 * entries costs to compute again.
 */
final class Facts {
    /** Costs are in additions. Up to this an entry is computed where it is needed, beyond it is computed once. */
    static final int CHEAP = 8;

    private static final int TRANSCENDENTAL = 20;
    private static final int DIVISION = 4;
    private static final BitSet NONE = new BitSet();

    private final Formula formula;
    private final Map<Expression, BitSet> loops = new IdentityHashMap<>();
    private final Map<Expression, Integer> costs = new IdentityHashMap<>();
    private final int[] references;

    Facts(Formula formula) {
        this.formula = formula;
        this.references = new int[formula.lets().size()];
        formula.lets().forEach(let -> learn(let.expression()));
        learn(formula.expression());
    }

    /** The levels of the loops around a node whose indices it uses. Not to be changed. */
    BitSet loops(Expression node) {
        return loops.get(node);
    }

    boolean isExpensive(Expression node) {
        return costs.get(node) > CHEAP;
    }

    /** How often the formula refers to a let. */
    int references(int let) {
        return references[let];
    }

    private void learn(Expression root) {
        for (Expression node : Expression.postOrder(root)) {
            loops.put(node, loopsOf(node));
            costs.put(node, costOf(node));
            if (node instanceof Expression.Reference let) {
                references[let.index()]++;
            }
        }
    }

    private BitSet loopsOf(Expression node) {
        BitSet used = NONE;
        for (Expression operand : node.operands()) {
            BitSet inner = loops.get(operand);
            // Most nodes use no loop and share one empty set.
            used = inner.isEmpty() ? used : union(used, inner);
        }
        if (node instanceof Expression.LoopIndex index) {
            used = new BitSet();
            used.set(index.level());
        } else if (node instanceof Expression.Selection selection) {
            used = union(used, NONE);
            addTo(used, selection.rows().from());
            addTo(used, selection.columns().from());
        } else if (node instanceof Expression.Loop loop) {
            used = union(used, NONE);
            used.clear(loop.level());
            addTo(used, loop.from());
            addTo(used, loop.to());
        }
        return used;
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }

    private static void addTo(BitSet used, Subscript subscript) {
        if (subscript instanceof IndexPolynomial polynomial) {
            for (int level = 0; level < 64; level++) {
                if (polynomial.dependsOn(level)) {
                    used.set(level);
                }
            }
        } else if (subscript instanceof Lookup lookup) {
            addTo(used, lookup.row());
            addTo(used, lookup.column());
        }
    }

    private int costOf(Expression node) {
        if (node instanceof Expression.Reference let) {
            return costs.get(formula.lets().get(let.index()).expression());
        } else if (node instanceof Expression.Loop loop && loop.kind() != Expression.LoopKind.VECTOR
                || node instanceof Expression.ArrayLiteral) {
            // Computed once, into an array, and read from there.
            return 0;
        }
        long cost = ownCost(node);
        for (Expression operand : node.operands()) {
            cost += costs.get(operand);
        }
        return (int) Math.min(cost, 1 << 20);
    }

    private static int ownCost(Expression node) {
        if (node instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case DIVIDE -> DIVISION;
                case POWER -> binary.right() instanceof Expression.Number ? DIVISION : TRANSCENDENTAL;
                default -> 1;
            };
        } else if (node instanceof Expression.Call call) {
            return call.function() == Function.ABS ? 1 : TRANSCENDENTAL;
        }
        boolean selects = node instanceof Expression.Transpose || node instanceof Expression.Selection;
        return selects || node.operands().isEmpty() ? 0 : 1;
    }

    /** The levels of a set, for callers that go through them. */
    static List<Integer> levels(BitSet set) {
        return set.stream().boxed().toList();
    }
}
