package dev.optimizer.formula;

import dev.optimizer.formula.ExprNode.Index;
import dev.optimizer.formula.ExprNode.Literal;
import dev.optimizer.formula.ExprNode.Named;
import dev.optimizer.formula.ExprNode.Operation;
import dev.optimizer.formula.ExprNode.Placeholder;
import dev.optimizer.formula.ExprNode.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An expression as text, with the names that the text uses. */
final class ExprText {
    private static final List<String> INDICES = List.of("i", "j", "k", "l", "m");

    private final Expr root;
    private final ExprParts parts;
    /** What the language is told of a name; two different ones of the same name are its complaint. */
    private final Set<Declaration> declarations = new LinkedHashSet<>();

    private final Set<String> taken = new HashSet<>();
    /** Of lets, placeholders, and the indices that are known at the place being written. */
    private final Map<Expr, String> names = new HashMap<>();

    private final Set<String> indices = new HashSet<>();
    private int made;

    private record Declaration(String name, Shape shape, Data data) {}

    /**
     * @param smallest operations that a part must have to be named instead of repeated
     * @param first variables that stand before the others, whether used or not
     */
    ExprText(Expr root, int smallest, Expr... first) {
        this.root = root;
        this.parts = new ExprParts(smallest);
        for (Expr index : root.free()) {
            Index range = (Index) index.node();
            parts.add(range.from());
            parts.add(range.to());
        }
        parts.add(root);
        Stream.of(first).forEach(this::declare);
        parts.ordered().forEach(this::declare);
        // Made names give way to the user's.
        parts.ordered().forEach(this::stand);
        parts.named().forEach(part -> names.put(part, fresh("t")));
        root.free().forEach(this::enter);
    }

    private void declare(Expr part) {
        if (part.node() instanceof Named named) {
            declarations.add(new Declaration(named.name(), part.shape(), named.data()));
            taken.add(named.name());
            // The first half of a column's name is the name of its table.
            taken.add(named.name().split("\\.")[0]);
        }
    }

    private void stand(Expr part) {
        if (part.node() instanceof Placeholder) {
            String name = fresh("p");
            names.put(part, name);
            declarations.add(new Declaration(name, part.shape(), null));
        }
    }

    private String fresh(String prefix) {
        String name;
        do {
            name = prefix + ++made;
        } while (!taken.add(name));
        return name;
    }

    /** Loops beside each other may have the same index, loops inside each other may not. */
    private void enter(Expr index) {
        Stream<String> more = IntStream.iterate(1, i -> i + 1).mapToObj(i -> "i" + i);
        String name = Stream.concat(INDICES.stream(), more)
                .filter(candidate -> !taken.contains(candidate) && indices.add(candidate))
                .findFirst()
                .orElseThrow();
        names.put(index, name);
    }

    /**
     * Has the language read and check it.
     *
     * @throws IllegalArgumentException if the text would be too long
     */
    Formula formula() {
        if (parts.isTooLarge(root)) {
            throw new IllegalArgumentException("the formula would be written with more than " + ExprParts.MAX_SIZE
                    + " operations; what depends on the index of a loop is repeated wherever it is used");
        }
        Formula.Builder builder = Formula.builder();
        declarations.forEach(declared -> declare(declared, builder));
        builder.closed();
        parts.named().forEach(part -> builder.let(names.get(part), text(part)));
        for (Expr index : root.free()) {
            Index range = (Index) index.node();
            builder.inside(names.get(index), written(range.from()), written(range.to()));
        }
        return builder.parse(written(root));
    }

    private static void declare(Declaration declared, Formula.Builder builder) {
        if (declared.data() == null) {
            builder.variable(declared.name(), declared.shape());
        } else {
            builder.data(declared.name(), declared.data());
        }
    }

    @Override
    public String toString() {
        return parts.isTooLarge(root) ? "more than " + ExprParts.MAX_SIZE + " operations" : written(root);
    }

    private String written(Expr part) {
        String name = names.get(part);
        return name == null ? text(part) : name;
    }

    /** What a part is made of. A stack of what is still to be written takes the place of recursion. */
    private String text(Expr part) {
        StringBuilder out = new StringBuilder();
        Deque<Object> pending = new ArrayDeque<>();
        expand(part, pending);
        while (!pending.isEmpty()) {
            Object next = pending.pop();
            if (next instanceof Slot slot) {
                write(slot, pending);
            } else if (next instanceof Expr index) {
                // The end of its loop.
                indices.remove(names.remove(index));
            } else {
                out.append(next);
            }
        }
        return out.toString();
    }

    private void write(Slot slot, Deque<Object> pending) {
        String name = names.get(slot.operand());
        boolean bracketed = name == null && slot.bracketed();
        pending.push(bracketed ? ")" : "");
        if (name == null) {
            expand(slot.operand(), pending);
        } else {
            pending.push(name);
        }
        pending.push(slot.before() + (bracketed ? "(" : ""));
    }

    private void expand(Expr part, Deque<Object> pending) {
        if (part.node() instanceof Literal literal) {
            pending.push(literal.text());
        } else if (part.node() instanceof Named named) {
            pending.push(named.name());
        } else if (part.node() instanceof Operation operation) {
            if (operation.binds() != null) {
                enter(operation.binds());
                pending.push(operation.binds());
            }
            pending.push(operation.after());
            for (int i = operation.slots().size() - 1; i >= 0; i--) {
                pending.push(operation.slots().get(i));
            }
        } else {
            throw new IllegalStateException("has no name: " + part.node());
        }
    }
}
