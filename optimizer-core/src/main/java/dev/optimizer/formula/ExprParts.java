package dev.optimizer.formula;

import dev.optimizer.formula.ExprNode.Operation;
import dev.optimizer.formula.ExprNode.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an expression, each once however often it is used, and which of them get a name of their own: what is used
 * more than once, and what lies too deep for the parser. What depends on the index of a loop cannot have one.
 */
final class ExprParts {
    /** Operations that an expression may have when it is written; beyond, the text would take some 100 MB. */
    static final long MAX_SIZE = 10_000_000;

    /** Brackets and waiting operators; well below {@link Parser#MAX_NESTING}. */
    private static final int MAX_DEPTH = 400;

    private final int smallest;
    private final List<Expr> ordered = new ArrayList<>();
    private final Map<Expr, Integer> uses = new HashMap<>();
    private final Set<Expr> entered = new HashSet<>();
    private final Set<Expr> left = new HashSet<>();
    private final Map<Expr, Long> sizes = new HashMap<>();
    private final Map<Expr, Integer> depths = new HashMap<>();
    private final List<Expr> named = new ArrayList<>();

    /** @param smallest operations that an expression must have to get a name */
    ExprParts(int smallest) {
        this.smallest = smallest;
    }

    /** Adds an expression with all its parts. */
    void add(Expr root) {
        int known = ordered.size();
        visit(root);
        // Whether a part gets a name is known when all its uses are.
        ordered.subList(known, ordered.size()).forEach(this::measure);
    }

    /** Operands before operations and from left to right, without recursion. */
    List<Expr> ordered() {
        return ordered;
    }

    /** Those that get a name, each after all that it uses. */
    List<Expr> named() {
        return named;
    }

    /** Whether the text of this part would have more than {@link #MAX_SIZE} operations. */
    boolean isTooLarge(Expr part) {
        return sizes.get(part) > MAX_SIZE;
    }

    private void visit(Expr root) {
        Deque<Expr> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Expr part = pending.peek();
            if (entered.add(part)) {
                push(part, pending);
            } else {
                pending.pop();
                if (left.add(part)) {
                    ordered.add(part);
                }
            }
        }
    }

    private void push(Expr part, Deque<Expr> pending) {
        List<Slot> slots = part.slots();
        for (int i = slots.size() - 1; i >= 0; i--) {
            Expr operand = slots.get(i).operand();
            uses.merge(operand, 1, Integer::sum);
            if (!entered.contains(operand)) {
                pending.push(operand);
            }
        }
    }

    private void measure(Expr part) {
        long size = 1;
        int depth = 0;
        for (Slot slot : part.slots()) {
            boolean outermost = slot.before().isEmpty() && !slot.bracketed();
            size = Math.min(MAX_SIZE + 1, size + sizes.get(slot.operand()));
            // At most an operator that waits and a bracket.
            depth = Math.max(depth, depths.get(slot.operand()) + (outermost ? 0 : 2));
        }
        boolean shared = uses.getOrDefault(part, 0) > 1 && size >= smallest;
        boolean getsName = part.node() instanceof Operation operation
                && !operation.isSelection()
                && part.free().isEmpty()
                && (shared || depth > MAX_DEPTH);
        if (getsName) {
            named.add(part);
        }
        sizes.put(part, getsName ? 1 : size);
        depths.put(part, getsName ? 0 : depth);
    }
}
