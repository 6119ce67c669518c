package dev.optimizer.autodiff.lowering;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Function;
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
    private final Map<Expression, Fact> facts = new IdentityHashMap<>();
    private final int[] references;
    private final boolean[] arrays;
    /** More than the level of any loop. */
    private int depth;

    /** @param loops not to be changed */
    private record Fact(BitSet loops, int cost) {}

    Facts(Formula formula) {
        this.formula = formula;
        this.references = new int[formula.lets().size()];
        this.arrays = new boolean[references.length];
    }

    /** Whether there are sums, or other arrays of their own, in the expression of a let. */
    boolean holdsArrays(int let) {
        learn();
        return arrays[let];
    }

    /** Whether an entry of a node is plain code of numbers: nothing in it is an array of its own or is added up. */
    boolean isCode(Expression root) {
        learn();
        for (Expression node : Expression.postOrder(root)) {
            boolean reduces = isArrayOfItsOwn(node)
                    || node instanceof Expression.Call call && isNormalised(call.function())
                    || node instanceof Expression.Reference let && arrays[let.index()];
            if (reduces && !(node instanceof Expression.ArrayLiteral)) {
                return false;
            }
        }
        return true;
    }

    /** The levels of the loops around a node whose indices it uses. Not to be changed. */
    BitSet loops(Expression node) {
        learn();
        return facts.get(node).loops();
    }

    boolean isExpensive(Expression node) {
        learn();
        return facts.get(node).cost() > CHEAP;
    }

    /** How often the formula refers to a let. */
    int references(int let) {
        learn();
        return references[let];
    }

    /** When first asked: formulas of numbers alone, which may have a hundred thousand nodes, never ask. */
    private void learn() {
        if (facts.isEmpty()) {
            for (int let = 0; let < arrays.length; let++) {
                arrays[let] = learn(formula.lets().get(let).expression());
            }
            learn(formula.expression());
        }
    }

    /** Returns whether there are arrays of their own in the tree. */
    private boolean learn(Expression root) {
        boolean holdsArrays = false;
        List<Expression> nodes = Expression.postOrder(root);
        nodes.forEach(node -> depth = node instanceof Expression.Loop loop ? Math.max(depth, loop.level() + 1) : depth);
        for (Expression node : nodes) {
            facts.put(node, new Fact(loopsOf(node), costOf(node)));
            if (node instanceof Expression.Reference let) {
                references[let.index()]++;
                holdsArrays |= arrays[let.index()];
            }
            holdsArrays |=
                    isArrayOfItsOwn(node) || node instanceof Expression.Call call && isNormalised(call.function());
        }
        return holdsArrays;
    }

    private BitSet loopsOf(Expression node) {
        BitSet used = NONE;
        for (Expression operand : node.operands()) {
            BitSet inner = facts.get(operand).loops();
            // Most nodes use no loop and share one empty set.
            used = inner.isEmpty() ? used : union(used, inner);
        }
        if (node instanceof Expression.LoopIndex index) {
            used = new BitSet();
            used.set(index.level());
        } else if (node instanceof Expression.Selection selection) {
            used = union(used, NONE);
            addTo(used, selection.rows().from(), depth);
            addTo(used, selection.columns().from(), depth);
        } else if (node instanceof Expression.Loop loop) {
            used = union(used, NONE);
            used.clear(loop.level());
            addTo(used, loop.from(), loop.level());
            addTo(used, loop.to(), loop.level());
        }
        return used;
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }

    private static void addTo(BitSet used, Subscript subscript, int level) {
        for (int i = 0; i < level; i++) {
            if (subscript.dependsOn(i)) {
                used.set(i);
            }
        }
    }

    private int costOf(Expression node) {
        if (node instanceof Expression.Reference let) {
            return facts.get(formula.lets().get(let.index()).expression()).cost();
        } else if (isArrayOfItsOwn(node)) {
            return 0;
        }
        long cost = ownCost(node);
        for (Expression operand : node.operands()) {
            cost += facts.get(operand).cost();
        }
        return (int) Math.min(cost, 1 << 20);
    }

    /** Whether the value is computed once, into an array, and read from there. */
    private static boolean isArrayOfItsOwn(Expression node) {
        if (node instanceof Expression.Call call) {
            return switch (call.function()) {
                case SUM, PROD, DOT, NORM1, TRACE, LOGDET, INV -> true;
                case MAX, MIN -> call.arguments().size() == 1;
                default -> false;
            };
        }
        return node instanceof Expression.ArrayLiteral
                || node instanceof Expression.Loop loop && loop.kind() != Expression.LoopKind.VECTOR
                || node instanceof Expression.Binary binary && isSum(binary);
    }

    private static boolean isNormalised(Function function) {
        return function == Function.NORM2 || function == Function.LOGSUMEXP || function == Function.SOFTMAX;
    }

    /** Whether a matrix product adds up more than one term for each entry. */
    static boolean isSum(Expression.Binary binary) {
        return binary.operator() == Expression.Operator.MATRIX_MULTIPLY
                && binary.left().shape().columns() > 1;
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
}
