package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Input;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.scalar.GatedSums;
import dev.optimizer.autodiff.scalar.Gradient;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reverse mode on arrays: the derivative of one array, weighted and summed, with respect to input 0, as nodes of the same
 * graph, in one sweep from the array back to the input. The adjoint of an array holds the derivatives with respect to its
 * elements. What is read is scattered back (the adjoint of a read is a contribution, that of a contribution a read); inside
 * a map {@link Gradient} does the work; the rules of linear algebra are those of M. Giles, "Collected matrix derivative
 * results for forward and reverse mode algorithmic differentiation" (2008), section 2.2.
 */
public final class ArrayGradient {
    private final ArrayGraph graph;
    private final boolean[] active;
    /** For each array what its adjoint is the sum of. */
    private final List<List<Contribution>> adjoints = new ArrayList<>();
    /** For each array, as long as its adjoint, conditions: not 0 where a contribution counts. */
    private final List<List<Contribution>> gates = new ArrayList<>();

    private ArrayGradient(ArrayGraph graph) {
        this.graph = graph;
        this.active = graph.dependents(0);
        for (int array = 0; array < active.length; array++) {
            adjoints.add(new ArrayList<>());
            gates.add(new ArrayList<>());
        }
    }

    /**
     * The gradient with respect to input 0 of Σ weightᵢ·resultᵢ.
     *
     * @param weight an array as long as the result, which is not differentiated
     * @return an array as long as input 0, or ABSENT if the result does not depend on it
     */
    public static int of(ArrayGraph graph, int result, int weight) {
        ArrayGradient sweep = new ArrayGradient(graph);
        Domain whole = Domain.of(graph.length(result));
        Read one = sweep.constant(1);
        sweep.contribute(new Read(weight, Access.IDENTITY), one, whole, new Read(result, Access.IDENTITY));
        int gradient = ArrayGraph.ABSENT;
        // An array is met after all that read it, so its adjoint is complete.
        for (int array = result; array >= 0; array--) {
            if (!sweep.adjoints.get(array).isEmpty()) {
                if (graph.node(array) instanceof Input input && input.number() == 0) {
                    gradient = graph.accumulate(input.length(), sweep.adjoints.get(array));
                } else {
                    sweep.propagate(array);
                }
            }
        }
        return gradient;
    }

    private Read constant(double value) {
        return new Read(graph.constant(value), Access.IDENTITY);
    }

    /** The derivative of what is made from {@code target}, element by element, adds to its adjoint where it counts. */
    private void contribute(Read adjoint, Read gate, Domain domain, Read target) {
        if (adjoint != null && active[target.array()]) {
            adjoints.get(target.array()).add(new Contribution(adjoint, domain, target.access()));
            gates.get(target.array()).add(new Contribution(gate, domain, target.access()));
        }
    }

    private void contribute(int adjoint, Operand target) {
        Read whole = new Read(adjoint, Access.IDENTITY);
        Access elements = Access.IDENTITY.shifted(target.offset());
        contribute(whole, constant(1), Domain.of(target.size()), new Read(target.array(), elements));
    }

    private void propagate(int array) {
        ArrayNode node = graph.node(array);
        if (node instanceof ArrayNode.Map map) {
            map(array, map);
        } else if (node instanceof Accumulate sum) {
            for (Contribution term : sum.contributions()) {
                Read element = new Read(array, term.to());
                Read gate = gate(array, element, term.domain());
                contribute(adjoint(array, element, term.domain()), gate, term.domain(), term.from());
            }
        } else if (node instanceof ArrayNode.Product product) {
            product(array, product);
        } else if (node instanceof ArrayNode.Inverse inverse) {
            inverse(array, inverse);
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            logDeterminant(array, determinant);
        } else if (node instanceof ArrayNode.Scan scan) {
            scan(array, scan);
        }
    }

    private Read adjoint(int array, Read element, Domain domain) {
        return sum(adjoints.get(array), array, element, domain);
    }

    /**
     * Where the condition can be read under which an adjoint counts: beyond a branch that is not taken a derivative may be
     * infinite, and infinity times an adjoint of zero would be NaN ({@link GatedSums}).
     */
    private Read gate(int array, Read element, Domain domain) {
        List<Contribution> conditions = gates.get(array);
        boolean always = conditions.stream().allMatch(condition -> graph.constant(condition.from()) != null);
        return always ? reached(conditions, array, element) : sum(conditions, array, element, domain);
    }

    /** Where no branch is in play, an adjoint counts wherever anything contributes to it. */
    private Read reached(List<Contribution> contributions, int array, Read element) {
        double[] reached = new double[graph.length(array)];
        for (Contribution contribution : contributions) {
            if (ArrayGraph.isWhole(contribution, reached.length)) {
                return constant(1);
            }
            for (int at : contribution.to().all(contribution.domain())) {
                reached[at] = 1;
            }
        }
        boolean everywhere = Arrays.stream(reached).allMatch(is -> is != 0);
        return everywhere ? constant(1) : new Read(graph.add(new ArrayNode.Known(reached)), element.access());
    }

    /** Where a sum for an array can be read in place of {@code element}: often no array of its own is needed. */
    private Read sum(List<Contribution> terms, int array, Read element, Domain domain) {
        Contribution first = terms.get(0);
        if (terms.size() == 1 && ArrayGraph.isWhole(first, graph.length(array))) {
            Access from = first.from().access();
            if (graph.node(first.from().array()) instanceof ArrayNode.Constant || from.isConstant()) {
                return first.from();
            } else if (from.isContiguous()) {
                return new Read(first.from().array(), element.access().shifted(((Access.Affine) from).base()));
            } else if (element.access().equals(Access.IDENTITY) && domain.equals(first.domain())) {
                return first.from();
            }
        }
        return new Read(graph.accumulate(graph.length(array), terms), element.access());
    }

    private Operand adjoint(int array, int rows, int columns) {
        Read whole = adjoint(array, new Read(array, Access.IDENTITY), Domain.of(rows, columns));
        return graph.operand(whole, rows, columns);
    }

    /** A map that is differentiated backward has one result: only derivatives have several. */
    private void map(int array, ArrayNode.Map map) {
        BodyBuilder builder = new BodyBuilder(graph, map.domain());
        int result = builder.include(map)[0];
        List<Read> reads = builder.reads();
        Read element = new Read(array, Access.IDENTITY);
        Graph code = builder.code();
        int adjoint = builder.read(adjoint(array, element, map.domain()));
        int condition = builder.read(gate(array, element, map.domain()));
        int gate = code.not(code.binary(Operation.EQUAL, condition, code.constant(0)));
        Gradient.Gated partials = Gradient.gated(code, result, adjoint, gate, reads.size());
        for (int slot = 0; slot < reads.size(); slot++) {
            boolean counts = active[reads.get(slot).array()] && partials.sums()[slot] != Graph.ABSENT;
            partials.sums()[slot] = counts ? partials.sums()[slot] : Graph.ABSENT;
            partials.gates()[slot] = counts ? partials.gates()[slot] : Graph.ABSENT;
        }
        List<Read> built = builder.build(concatenated(partials.values(code), partials.gates()));
        for (int slot = 0; slot < reads.size(); slot++) {
            contribute(built.get(slot), built.get(reads.size() + slot), map.domain(), reads.get(slot));
        }
    }

    private static int[] concatenated(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** C = A·B: the adjoint of A is C̄·Bᵀ, that of B is Aᵀ·C̄ (Giles, 2.2.2); transposed where the operand was. */
    private void product(int array, ArrayNode.Product product) {
        Operand left = product.left();
        Operand right = product.right();
        Operand adjoint = adjoint(array, left.height(), right.width());
        if (active[left.array()]) {
            contribute(
                    left.transposed()
                            ? graph.add(new ArrayNode.Product(right, adjoint.turned()))
                            : graph.add(new ArrayNode.Product(adjoint, right.turned())),
                    left);
        }
        if (active[right.array()]) {
            contribute(
                    right.transposed()
                            ? graph.add(new ArrayNode.Product(adjoint.turned(), left))
                            : graph.add(new ArrayNode.Product(left.turned(), adjoint)),
                    right);
        }
    }

    /** C = A⁻¹: the adjoint of A is −Cᵀ·C̄·Cᵀ (Giles, 2.2.3). */
    private void inverse(int array, ArrayNode.Inverse inverse) {
        int n = inverse.operand().rows();
        Operand c = new Operand(array, 0, n, n, true);
        Operand adjoint = adjoint(array, n, n);
        int half = graph.add(new ArrayNode.Product(c, adjoint));
        int whole = graph.add(new ArrayNode.Product(new Operand(half, 0, n, n, false), c));
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(n, n));
        int entry = builder.read(new Read(whole, Access.IDENTITY));
        contribute(builder.buildArrays(builder.code().negate(entry))[0], inverse.operand());
    }

    /** c = log det A: the adjoint of A is c̄·A⁻ᵀ (Giles, 2.2.4 divided by the determinant). */
    private void logDeterminant(int array, ArrayNode.LogDeterminant determinant) {
        int n = determinant.operand().rows();
        int inverse = graph.add(new ArrayNode.Inverse(determinant.operand()));
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(n, n));
        int weight = builder.read(adjoint(array, new Read(array, Access.constant(0)), builder.domain()));
        int entry = builder.read(new Read(inverse, Access.affine(builder.domain(), 0, 1, n)));
        contribute(builder.buildArrays(builder.code().multiply(weight, entry))[0], determinant.operand());
    }

    /**
     * sⱼ₊₁ = aⱼ·sⱼ + bⱼ: with s̄ⱼ from outside, λⱼ = aⱼ·λⱼ₊₁ + s̄ⱼ runs the other way, and the adjoint of aⱼ is
     * λⱼ₊₁·sⱼ, that of bⱼ is λⱼ₊₁, that of the start is λ₀.
     */
    private void scan(int array, ArrayNode.Scan scan) {
        Segments segments = scan.segments();
        Access before = segments.before();
        Access after = before.shifted(1);
        Access begin = scan.backward() ? segments.last() : segments.first();
        Access finish = scan.backward() ? segments.first() : segments.last();
        Access source = scan.backward() ? after : before;
        Access target = scan.backward() ? before : after;
        int outside = graph.accumulate(segments.states(), adjoints.get(array));
        Read start = new Read(outside, finish);
        Read term = new Read(outside, source);
        int lambda = graph.add(new ArrayNode.Scan(segments, !scan.backward(), start, scan.factor(), term));
        contribute(new Read(lambda, begin), constant(1), segments.outer(), scan.start());
        if (scan.term() != null) {
            contribute(new Read(lambda, target), constant(1), segments.entries(), scan.term());
        }
        BodyBuilder builder = new BodyBuilder(graph, segments.entries());
        int product =
                builder.code().multiply(builder.read(new Read(lambda, target)), builder.read(new Read(array, source)));
        contribute(builder.build(product).get(0), constant(1), segments.entries(), scan.factor());
    }
}
