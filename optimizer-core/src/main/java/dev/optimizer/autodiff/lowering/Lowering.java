package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Input;
import dev.optimizer.autodiff.array.ArrayNode.Known;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.BodyBuilder;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.IndexForm;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the tree of a formula into nodes of an array graph; input 0 is x.
 *
 * <p>Expressions are not arrays until they have to be: {@link Elements} grows scalar code for <em>one entry</em> of an
 * expression, whichever the iteration needs, so that chains of element-wise operations, selections and loop bodies end up
 * in one map without arrays in between. An expression becomes an array where linear algebra works on it, or where
 * computing its entries anew wherever they are used would cost more.
 */
public final class Lowering {
    private final Formula formula;
    private final ArrayGraph graph;
    private final Facts facts;
    private final int x;
    private final Map<Key, Integer> arrays = new HashMap<>();

    private Lowering(Formula formula, ArrayGraph graph) {
        this.formula = formula;
        this.graph = graph;
        this.facts = new Facts(formula);
        this.x = graph.add(new Input(0, Math.toIntExact(Math.max(1, formula.dimension()))));
    }

    /** What an array holds: the entries of an expression, for each iteration of some loops. Compared by identity. */
    private static final class Key {
        private final Expression expression;
        private final Domain domain;
        private final List<IndexForm> loops;

        Key(Expression expression, Domain domain, List<IndexForm> loops) {
            this.expression = expression;
            this.domain = domain;
            this.loops = loops;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && expression == that.expression
                    && domain.equals(that.domain)
                    && loops.equals(that.loops);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(expression);
        }
    }

    /** Adds a formula to the graph and returns the array of its entries, row by row. */
    public static int lower(Formula formula, ArrayGraph graph) {
        Lowering lowering = new Lowering(formula, graph);
        // A chain of a thousand products is a tree a thousand deep: inner products first, so that nothing recurses far.
        formula.lets().forEach(let -> lowering.lowerProducts(let.expression()));
        lowering.lowerProducts(formula.expression());
        return lowering.array(formula.expression(), Domain.POINT, At.START);
    }

    /** Lowers the matrix products outside of loops; those in a loop have their turn when it is known that the loop runs. */
    void lowerProducts(Expression root) {
        List<Expression> nodes = Expression.postOrder(root);
        Set<Expression> inLoops = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Expression node : nodes) {
            if (node instanceof Expression.Loop loop && loop.kind() != Expression.LoopKind.VECTOR) {
                inLoops.addAll(Expression.postOrder(loop.body()));
            }
        }
        for (Expression node : nodes) {
            if (node instanceof Expression.Binary binary
                    && LinearAlgebra.isProduct(binary, facts)
                    && !inLoops.contains(binary)) {
                array(binary, Domain.POINT, At.START);
            }
        }
    }

    public ArrayGraph graph() {
        return graph;
    }

    Facts facts() {
        return facts;
    }

    public Expression let(Expression.Reference reference) {
        return formula.lets().get(reference.index()).expression();
    }

    /** Where an entry of a variable lies in x. */
    public Read variable(Expression.Variable variable, IndexForm entry, Domain domain) {
        int offset = Math.toIntExact(formula.layout().get(variable.index()).offset());
        return new Read(x, entry.plus(offset).access(domain));
    }

    public Read known(double[] values, IndexForm entry, Domain domain) {
        return new Read(graph.add(new Known(values)), entry.access(domain));
    }

    public Read range(IndexForm value, Domain domain) {
        return new Read(graph.add(new ArrayNode.Range()), value.access(domain));
    }

    /** Loops over the entries of a shape inside of others. */
    public static Domain entries(Domain outer, Shape shape) {
        Domain domain = outer;
        if (shape.rank() > 0) {
            domain = domain.with(new Domain.Regular((int) shape.rows()));
        }
        return shape.rank() > 1 ? domain.with(new Domain.Regular((int) shape.columns())) : domain;
    }

    /** The entry that an iteration of {@link #entries} means. */
    public static At entry(At at, Domain outer, Shape shape) {
        IndexForm row = shape.rank() > 0 ? IndexForm.index(outer.depth()) : IndexForm.ZERO;
        IndexForm column = shape.rank() > 1 ? IndexForm.index(outer.depth() + 1) : IndexForm.ZERO;
        return at.entry(row, column);
    }

    /**
     * The array of all entries of an expression, row by row, for each iteration of the loops that it depends on.
     *
     * @param outer those loops, and perhaps more
     */
    public int array(Expression node, Domain outer, At at) {
        At context =
                at.loops().isEmpty() ? at.scalar() : at.only(facts.loops(node)).scalar();
        Key key = new Key(node, outer, context.loops());
        Integer known = arrays.get(key);
        if (known == null) {
            known = LinearAlgebra.isArray(node, facts)
                    ? new LinearAlgebra(this).array(node)
                    : mapped(node, outer, context);
            arrays.put(key, known);
        }
        return known;
    }

    private int mapped(Expression node, Domain outer, At at) {
        BodyBuilder builder = new BodyBuilder(graph, entries(outer, node.shape()));
        int place = new Elements(this, builder).element(node, entry(at, outer, node.shape()));
        return builder.buildArrays(place)[0];
    }

    /** An expression outside of all loops as a matrix for linear algebra; a vector is a column. */
    public Operand operand(Expression node) {
        Expression inner = node;
        boolean transposed = false;
        while (inner instanceof Expression.Transpose || inner instanceof Expression.Reference) {
            transposed ^= inner instanceof Expression.Transpose;
            inner = inner instanceof Expression.Reference let
                    ? let(let)
                    : inner.operands().get(0);
        }
        int rows = (int) inner.shape().rows();
        int columns = (int) inner.shape().columns();
        BodyBuilder builder = new BodyBuilder(graph, entries(Domain.POINT, inner.shape()));
        Read read;
        if (inner instanceof Expression.Variable
                || inner instanceof Expression.DataReference
                || inner instanceof Expression.Selection) {
            int place = new Elements(this, builder).element(inner, entry(At.START, Domain.POINT, inner.shape()));
            read = builder.build(place).get(0);
        } else {
            read = new Read(array(inner, Domain.POINT, At.START), Access.IDENTITY);
        }
        Operand operand = graph.operand(read, rows, columns);
        return transposed ? operand.turned() : operand;
    }
}
