package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Input;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Tangents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward mode on arrays: the derivative of arrays along input 1, a direction for input 0, as nodes of the same graph, in
 * one sweep in the order of evaluation. Inside a map {@link Tangents} does the work; the rules of linear algebra are
 * those of M. Giles (2008), section 2.2.
 */
public final class ArrayTangents {
    private final ArrayGraph graph;
    /** For each array its derivative along the direction, ABSENT for zero. */
    private final int[] tangents;

    private ArrayTangents(ArrayGraph graph) {
        this.graph = graph;
        this.tangents = new int[graph.size()];
        Arrays.fill(tangents, ArrayGraph.ABSENT);
    }

    /**
     * The derivative of an array.
     *
     * @param result ABSENT stands for zero
     * @return an array of the same length, or ABSENT where that is zero everywhere
     */
    public static int along(ArrayGraph graph, int result) {
        if (result == ArrayGraph.ABSENT) {
            return ArrayGraph.ABSENT;
        }
        ArrayTangents sweep = new ArrayTangents(graph);
        boolean[] needed = graph.needed(result);
        for (int array = 0; array < needed.length; array++) {
            if (needed[array] && graph.first(array) == array) {
                sweep.propagate(array);
            }
        }
        return sweep.tangents[result];
    }

    private void propagate(int array) {
        ArrayNode node = graph.node(array);
        if (node instanceof Input input && input.number() == 0) {
            tangents[array] = graph.add(new Input(1, input.length()));
        } else if (node instanceof ArrayNode.Map map) {
            int[] derivatives = map(map);
            System.arraycopy(derivatives, 0, tangents, array, derivatives.length);
        } else if (node instanceof Accumulate sum) {
            tangents[array] = accumulate(sum);
        } else if (node instanceof ArrayNode.Product product) {
            tangents[array] = product(product);
        } else if (node instanceof ArrayNode.Inverse inverse) {
            tangents[array] = inverse(array, inverse.operand());
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            tangents[array] = logDeterminant(determinant.operand());
        } else if (node instanceof ArrayNode.Scan scan) {
            tangents[array] = scan(array, scan);
        }
    }

    private boolean moves(int array) {
        return tangents[array] != ArrayGraph.ABSENT;
    }

    private Read tangent(Read read) {
        return new Read(tangents[read.array()], read.access());
    }

    private int[] map(ArrayNode.Map map) {
        BodyBuilder builder = new BodyBuilder(graph, map.domain());
        int[] results = builder.include(map);
        List<Read> reads = builder.reads();
        int[] directions = reads.stream()
                .mapToInt(read -> moves(read.array()) ? builder.read(tangent(read)) : Graph.ABSENT)
                .toArray();
        return builder.buildArrays(Tangents.along(builder.code(), results, slot -> directions[slot]));
    }

    private int accumulate(Accumulate sum) {
        List<Contribution> moving = new ArrayList<>();
        for (Contribution term : sum.contributions()) {
            if (moves(term.from().array())) {
                moving.add(new Contribution(tangent(term.from()), term.domain(), term.to()));
            }
        }
        return graph.accumulate(sum.length(), moving);
    }

    /** (A·B)˙ = Ȧ·B + A·Ḃ. */
    private int product(ArrayNode.Product product) {
        Operand left = product.left();
        Operand right = product.right();
        List<Contribution> terms = new ArrayList<>();
        if (moves(left.array())) {
            terms.add(whole(graph.add(new ArrayNode.Product(tangent(left), right))));
        }
        if (moves(right.array())) {
            terms.add(whole(graph.add(new ArrayNode.Product(left, tangent(right)))));
        }
        return graph.accumulate(left.height() * right.width(), terms);
    }

    private Contribution whole(int array) {
        return new Contribution(new Read(array, Access.IDENTITY), Domain.of(graph.length(array)), Access.IDENTITY);
    }

    /** The tangent of an operand; a constant array has its numbers copied where linear algebra can use them. */
    private Operand tangent(Operand operand) {
        Access elements = Access.IDENTITY.shifted(operand.offset());
        Operand tangent =
                graph.operand(new Read(tangents[operand.array()], elements), operand.rows(), operand.columns());
        return operand.transposed() ? tangent.turned() : tangent;
    }

    /** (A⁻¹)˙ = −A⁻¹·Ȧ·A⁻¹ (Giles, 2.2.3). */
    private int inverse(int array, Operand operand) {
        if (!moves(operand.array())) {
            return ArrayGraph.ABSENT;
        }
        int n = operand.rows();
        Operand inverse = new Operand(array, 0, n, n, false);
        int half = graph.add(new ArrayNode.Product(inverse, tangent(operand)));
        int whole = graph.add(new ArrayNode.Product(new Operand(half, 0, n, n, false), inverse));
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(n, n));
        int entry = builder.read(new Read(whole, Access.IDENTITY));
        return builder.buildArrays(builder.code().negate(entry))[0];
    }

    /** (log det A)˙ = tr(A⁻¹·Ȧ), the sum over all i, j of (A⁻¹)ᵢⱼ·Ȧⱼᵢ. */
    private int logDeterminant(Operand operand) {
        if (!moves(operand.array())) {
            return ArrayGraph.ABSENT;
        }
        int n = operand.rows();
        Domain domain = Domain.of(n, n);
        int inverse = graph.add(new ArrayNode.Inverse(operand));
        BodyBuilder builder = new BodyBuilder(graph, domain);
        int a = builder.read(new Read(inverse, Access.affine(domain, 0, 1, n)));
        int b = builder.read(new Read(tangents[operand.array()], Access.IDENTITY.shifted(operand.offset())));
        Read term = builder.build(builder.code().multiply(a, b)).get(0);
        return graph.accumulate(1, List.of(new Contribution(term, domain, Access.constant(0))));
    }

    /** ṡⱼ₊₁ = aⱼ·ṡⱼ + (ȧⱼ·sⱼ + ḃⱼ): the same recurrence with another term. */
    private int scan(int array, ArrayNode.Scan scan) {
        Read zero = new Read(graph.constant(0), Access.constant(0));
        boolean started = moves(scan.start().array());
        BodyBuilder builder = new BodyBuilder(graph, scan.segments().entries());
        Access before = scan.segments().before();
        int term = Graph.ABSENT;
        if (moves(scan.factor().array())) {
            int state = builder.read(new Read(array, scan.backward() ? before.shifted(1) : before));
            term = builder.code().multiply(builder.read(tangent(scan.factor())), state);
        }
        if (scan.term() != null && moves(scan.term().array())) {
            int added = builder.read(tangent(scan.term()));
            term = term == Graph.ABSENT ? added : builder.code().add(term, added);
        }
        if (term == Graph.ABSENT && !started) {
            return ArrayGraph.ABSENT;
        }
        Read start = started ? tangent(scan.start()) : zero;
        Read moving = builder.build(term).get(0);
        return graph.add(new ArrayNode.Scan(scan.segments(), scan.backward(), start, scan.factor(), moving));
    }
}
