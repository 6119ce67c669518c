package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.BodyBuilder;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.IndexForm;
import dev.optimizer.autodiff.array.Prefix;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Grows the code of one map: the place of an entry of any expression, for the entry that each iteration needs.
 *
 * <p>Selections, transposes and indices of loops only change which entry is meant. Element-wise operations ask for the
 * same entry of their operands, with a stack of their own instead of recursion, for formulas are deep. Sums and linear
 * algebra are arrays, and are read.
 */
final class Elements {
    private final Lowering lowering;
    private final BodyBuilder builder;
    private final Arithmetic arithmetic;
    private final Map<Let, Integer> lets = new HashMap<>();

    Elements(Lowering lowering, BodyBuilder builder) {
        this.lowering = lowering;
        this.builder = builder;
        this.arithmetic = new Arithmetic(builder.code());
    }

    /** An entry of a let: computed once in this code however often it is referred to. */
    private record Let(int index, IndexForm row, IndexForm column) {}

    /** An operation that waits for its operands. */
    private static final class Task {
        private final Expression node;
        private final At at;
        private final List<Expression> operands;
        private final int[] places;
        private int next;

        Task(Expression node, At at, List<Expression> operands) {
            this.node = node;
            this.at = at;
            this.operands = operands;
            this.places = new int[operands.size()];
        }

        boolean isReady() {
            return next == places.length;
        }

        Expression nextOperand() {
            return operands.get(next);
        }

        void put(int place) {
            places[next++] = place;
        }
    }

    BodyBuilder builder() {
        return builder;
    }

    Lowering lowering() {
        return lowering;
    }

    /** The place of an entry of an expression. */
    int element(Expression root, At at) {
        Deque<Task> waiting = new ArrayDeque<>();
        waiting.push(new Task(null, at, List.of(root)));
        while (true) {
            Task task = waiting.peek();
            if (!task.isReady()) {
                begin(task.nextOperand(), operandAt(task), waiting);
            } else if (task.node == null) {
                return task.places[0];
            } else {
                waiting.pop();
                waiting.peek().put(finish(task));
            }
        }
    }

    /** Hands an entry to the task that waits for it, or makes the expression a task that waits itself. */
    private void begin(Expression root, At rootAt, Deque<Task> waiting) {
        Expression node = root;
        At at = rootAt;
        while (!isShared(node, at)) {
            if (node instanceof Expression.Transpose transpose) {
                at = at.transposed();
                node = transpose.operand();
            } else if (node instanceof Expression.Selection selection) {
                at = selected(selection, at);
                node = selection.array();
            } else if (node instanceof Expression.Loop loop && loop.kind() == Expression.LoopKind.VECTOR) {
                at = at.inside(
                        loop.level(), IndexForm.of(loop.from(), at.loops()).plus(at.row()));
                node = loop.body();
            } else if (waits(node)) {
                begin(new Task(node, at, operands(node)), waiting);
                return;
            } else {
                waiting.peek().put(leaf(node, at));
                return;
            }
        }
        waiting.peek().put(shared(node, at));
    }

    private void begin(Task task, Deque<Task> waiting) {
        Integer known = task.node instanceof Expression.Reference let ? lets.get(key(let, task.at)) : null;
        if (known == null) {
            waiting.push(task);
        } else {
            waiting.peek().put(known);
        }
    }

    private static Let key(Expression.Reference let, At at) {
        return new Let(let.index(), at.row(), at.column());
    }

    private List<Expression> operands(Expression node) {
        return node instanceof Expression.Reference let ? List.of(lowering.let(let)) : node.operands();
    }

    /** Which entry of its next operand a task needs. */
    private static At operandAt(Task task) {
        Expression operand = task.nextOperand();
        if (task.node instanceof Expression.Binary binary && binary.operator() == Expression.Operator.MATRIX_MULTIPLY) {
            // An outer product: its entry (i, j) is that of the column times that of the row.
            IndexForm zero = IndexForm.ZERO;
            return task.next == 0 ? task.at.entry(task.at.row(), zero) : task.at.entry(zero, task.at.column());
        } else if (task.node instanceof Expression.Reference) {
            return At.START.entry(task.at.row(), task.at.column());
        }
        return operand.shape().isScalar() ? task.at.scalar() : task.at;
    }

    private static boolean waits(Expression node) {
        if (node instanceof Expression.Binary binary) {
            return !Facts.isSum(binary) && !Reductions.isSquaredNorm(binary);
        } else if (node instanceof Expression.Call call) {
            return isElementwise(call) && !Reductions.isSquaredNorm(call);
        }
        return node instanceof Expression.Negation
                || node instanceof Expression.Conditional
                || node instanceof Expression.Reference;
    }

    private static boolean isElementwise(Expression.Call call) {
        return switch (call.function()) {
            case SUM, PROD, DOT, NORM1, NORM2, TRACE, LOGDET, INV, LOGSUMEXP, SOFTMAX, LENGTH, ROWS, COLUMNS -> false;
            case MAX, MIN -> call.arguments().size() > 1;
            default -> true;
        };
    }

    private int finish(Task task) {
        if (task.node instanceof Expression.Reference let) {
            lets.put(key(let, task.at), task.places[0]);
            return task.places[0];
        }
        return arithmetic.apply(task.node, task.places);
    }

    /** Row by row the selected entries are those of the result, which may have a dimension less. */
    private static At selected(Expression.Selection selection, At at) {
        IndexForm row = at.row();
        IndexForm column = at.column();
        if (selection.shape().isVector() && selection.rows().length() == 1) {
            column = at.row();
            row = IndexForm.ZERO;
        }
        if (selection.array().shape().isVector() && selection.shape().isVector()) {
            row = at.row();
            column = IndexForm.ZERO;
        }
        IndexForm firstRow = IndexForm.of(selection.rows().from(), at.loops()).plus(-1);
        IndexForm firstColumn =
                IndexForm.of(selection.columns().from(), at.loops()).plus(-1);
        return at.entry(firstRow.plus(row), firstColumn.plus(column));
    }

    private int leaf(Expression node, At at) {
        Domain domain = builder.domain();
        if (node instanceof Expression.Number number) {
            return builder.code().constant(number.value());
        } else if (node instanceof Expression.Variable variable) {
            return read(lowering.variable(variable, number(variable.shape(), at), domain));
        } else if (node instanceof Expression.DataReference data) {
            return read(lowering.known(data.data().values(), number(data.shape(), at), domain));
        } else if (node instanceof Expression.LoopIndex index) {
            IndexForm value = at.loops().get(index.level());
            boolean constant = value.depth() == 0;
            return constant ? builder.code().constant(value.base()) : builder.read(lowering.range(value, domain));
        } else if (node instanceof Expression.ArrayLiteral literal) {
            return literal(literal, at);
        } else if (LinearAlgebra.isArray(node, lowering.facts())) {
            return shared(node, at);
        }
        return new Reductions(this).element(node, at);
    }

    /** The number of an entry, row by row. */
    private static IndexForm number(Shape shape, At at) {
        return shape.isMatrix() ? at.row().times((int) shape.columns()).plus(at.column()) : at.row();
    }

    /**
     * Whether an expression should be an array that is read: when computing an entry is expensive, and there are fewer
     * entries than iterations that need one, or another place needs them too. Lets with sums in them always, so that those
     * are lowered once.
     */
    private boolean isShared(Expression node, At at) {
        Facts facts = lowering.facts();
        if (node instanceof Expression.Reference let && facts.holdsArrays(let.index())) {
            return true;
        } else if (builder.domain().depth() == 0 || !facts.isExpensive(node)) {
            return false;
        }
        boolean again = node instanceof Expression.Reference let
                && !node.shape().isScalar()
                && facts.references(let.index()) > 1;
        return again || entries(node, at) < builder.domain().count();
    }

    private long entries(Expression node, At at) {
        return outer(node, at).count() * node.shape().size();
    }

    private Domain outer(Expression node, At at) {
        return builder.domain().prefix(at.depth(lowering.facts().loops(node)));
    }

    private int shared(Expression node, At at) {
        Expression whole = node;
        while (whole instanceof Expression.Reference let) {
            whole = lowering.let(let);
        }
        Domain outer = outer(node, at);
        int array = lowering.array(whole, outer, at);
        int size = (int) whole.shape().size();
        IndexForm entry = number(whole.shape(), at);
        return read(new Read(array, Prefix.access(builder.domain(), outer.depth(), size, entry)));
    }

    /**
     * The place of an entry. What is the same in an inner loop is computed before it, also where that loop then turns out
     * to be empty; a subscript may mean an entry there that does not exist, and any that does will do, for nobody reads on.
     */
    int read(Read read) {
        int length = lowering.graph().length(read.array());
        return builder.read(new Read(read.array(), read.access().within(length, builder.domain())));
    }

    /** What is known for each iteration of the outermost loops alone. */
    int outer(Read read, Domain outer) {
        if (outer.depth() == builder.domain().depth()) {
            return builder.read(read);
        }
        BodyBuilder copy = new BodyBuilder(lowering.graph(), outer);
        int array = copy.buildArrays(copy.read(read))[0];
        Access access = Prefix.access(builder.domain(), outer.depth(), 1, IndexForm.ZERO);
        return builder.read(new Read(array, access));
    }

    /** The entries lie one after the other in an array, for each iteration of the loops that they depend on. */
    private int literal(Expression.ArrayLiteral literal, At at) {
        Domain outer = outer(literal, at);
        int size = (int) literal.shape().size();
        List<Contribution> parts = new ArrayList<>();
        int offset = 0;
        for (Expression entry : scalars(literal)) {
            Domain domain = Lowering.entries(outer, entry.shape());
            BodyBuilder part = new BodyBuilder(lowering.graph(), domain);
            int place = new Elements(lowering, part).element(entry, Lowering.entry(at, outer, entry.shape()));
            IndexForm element = number(entry.shape(), Lowering.entry(at, outer, entry.shape()))
                    .plus(offset);
            Access to = Prefix.access(domain, outer.depth(), size, element);
            parts.add(new Contribution(part.build(place).get(0), domain, to));
            offset += (int) entry.shape().size();
        }
        int array = lowering.graph().accumulate(outer.count() * size, parts);
        IndexForm entry = number(literal.shape(), at);
        return read(new Read(array, Prefix.access(builder.domain(), outer.depth(), size, entry)));
    }

    /** The entries of a vector, or those of the rows of a matrix where they are written out. */
    private static List<Expression> scalars(Expression.ArrayLiteral literal) {
        List<Expression> scalars = new ArrayList<>();
        for (Expression entry : literal.entries()) {
            if (entry instanceof Expression.ArrayLiteral row) {
                scalars.addAll(row.entries());
            } else {
                scalars.add(entry);
            }
        }
        return scalars;
    }
}
