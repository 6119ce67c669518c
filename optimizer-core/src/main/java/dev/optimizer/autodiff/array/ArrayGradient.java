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
        if (adjoint != null && active[target.array()] && !isConstant(gate, 0)) {
            adjoints.get(target.array()).add(new Contribution(adjoint, domain, target.access()));
            gates.get(target.array()).add(new Contribution(gate, domain, target.access()));
        }
    }

    private boolean isConstant(Read read, double value) {
        Double constant = graph.constant(read);
        return constant != null && constant == value;
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
        if (conditions.stream().anyMatch(condition -> isAlways(condition, array))) {
            return constant(1);
        }
        boolean branches = conditions.stream().anyMatch(condition -> !isKnown(condition.from()));
        return branches
                ? sum(conditions, array, element, domain)
                : new Read(known(reached(conditions, graph.length(array))), element.access());
    }

    private boolean isAlways(Contribution condition, int array) {
        return isConstant(condition.from(), 1) && ArrayGraph.isWhole(condition, graph.length(array));
    }

    private boolean isKnown(Read gate) {
        return graph.node(gate.array()) instanceof ArrayNode.Known || graph.constant(gate) != null;
    }

    /** Where no branch is in play, an adjoint counts wherever anything that counts contributes to it. */
    private double[] reached(List<Contribution> conditions, int length) {
        double[] reached = new double[length];
        for (Contribution condition : conditions) {
            int[] to = condition.to().all(condition.domain());
            int[] from = condition.from().access().all(condition.domain());
            for (int k = 0; k < to.length; k++) {
                reached[to[k]] = counts(condition.from().array(), from[k]) ? 1 : reached[to[k]];
            }
        }
        return reached;
    }

    private boolean counts(int gate, int element) {
        return graph.node(gate) instanceof ArrayNode.Known known
                ? known.values()[element] != 0
                : ((ArrayNode.Constant) graph.node(gate)).value() != 0;
    }

    private int known(double[] gate) {
        boolean everywhere = Arrays.stream(gate).allMatch(is -> is != 0);
        return everywhere ? graph.constant(1) : graph.add(new ArrayNode.Known(gate));
    }

    /**
     * For each of some groups of elements the condition under which the adjoint of any of them counts. Where linear algebra
     * or a recurrence makes all entries of a group from the same numbers, these are left out of the derivative together.
     */
    private int gate(int array, Domain elements, Access group, int groups) {
        Read each = gate(array, new Read(array, Access.IDENTITY), elements);
        if (isConstant(each, 1)) {
            return graph.constant(1);
        }
        Contribution any = new Contribution(each, elements, group);
        return isKnown(each) ? known(reached(List.of(any), groups)) : graph.accumulate(groups, List.of(any));
    }

    /** The place of an entry, with zero in its place where it does not count. */
    private static int masked(BodyBuilder builder, Read entry, Read gate) {
        Graph code = builder.code();
        int condition = builder.read(gate);
        return code.select(condition, builder.read(entry), code.constant(0));
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
        Read where = gate(array, element, map.domain());
        int condition = builder.read(where);
        // What is known is 0 or 1, and stays known where it is handed on.
        int gate = isKnown(where) ? condition : code.not(code.binary(Operation.EQUAL, condition, code.constant(0)));
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

    /**
     * C = A·B: the adjoint of A is C̄·Bᵀ, that of B is Aᵀ·C̄ (Giles, 2.2.2); transposed where the operand was. A row of C in
     * which no entry counts has no use for that row of A, nor has such a column for that column of B.
     */
    private void product(int array, ArrayNode.Product product) {
        Operand left = product.left();
        Operand right = product.right();
        Domain entries = Domain.of(left.height(), right.width());
        int rows = gate(array, entries, Access.affine(entries, 0, 1, 0), left.height());
        int columns = gate(array, entries, Access.affine(entries, 0, 0, 1), right.width());
        Operand adjoint = adjoint(array, left.height(), right.width());
        if (active[left.array()]) {
            Operand other = masked(right, gate(right, columns, !right.transposed()));
            contribute(
                    left.transposed()
                            ? graph.add(new ArrayNode.Product(other, adjoint.turned()))
                            : graph.add(new ArrayNode.Product(adjoint, other.turned())),
                    left,
                    gate(left, rows, left.transposed()));
        }
        if (active[right.array()]) {
            Operand other = masked(left, gate(left, rows, left.transposed()));
            contribute(
                    right.transposed()
                            ? graph.add(new ArrayNode.Product(adjoint.turned(), other))
                            : graph.add(new ArrayNode.Product(other.turned(), adjoint)),
                    right,
                    gate(right, columns, !right.transposed()));
        }
    }

    /** Where the gate of an entry of an operand can be read, given a gate for each of its columns, or of its rows. */
    private static Read gate(Operand operand, int gates, boolean byColumn) {
        Domain entries = Domain.of(operand.rows(), operand.columns());
        return new Read(gates, Access.affine(entries, 0, byColumn ? 0 : 1, byColumn ? 1 : 0));
    }

    /** An operand with zeros where it does not count; no copy is made of what gives zero when multiplied by zero anyway. */
    private Operand masked(Operand operand, Read gate) {
        if (isConstant(gate, 1) || isFinite(operand.array())) {
            return operand;
        }
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(operand.rows(), operand.columns()));
        Read entry = new Read(operand.array(), Access.IDENTITY.shifted(operand.offset()));
        int entries = builder.buildArrays(masked(builder, entry, gate))[0];
        return new Operand(entries, 0, operand.rows(), operand.columns(), operand.transposed());
    }

    private boolean isFinite(int array) {
        return graph.node(array) instanceof ArrayNode.Known known
                && Arrays.stream(known.values()).allMatch(Double::isFinite);
    }

    private void contribute(int adjoint, Operand target, Read gate) {
        Read whole = new Read(adjoint, Access.IDENTITY);
        Access elements = Access.IDENTITY.shifted(target.offset());
        Domain domain = isConstant(gate, 1) ? Domain.of(target.size()) : Domain.of(target.rows(), target.columns());
        contribute(whole, gate, domain, new Read(target.array(), elements));
    }

    /** C = A⁻¹: the adjoint of A is −Cᵀ·C̄·Cᵀ (Giles, 2.2.3). */
    private void inverse(int array, ArrayNode.Inverse inverse) {
        int n = inverse.operand().rows();
        Read gate = gateOfAll(array);
        Operand c = masked(new Operand(array, 0, n, n, true), gate);
        Operand adjoint = adjoint(array, n, n);
        int half = graph.add(new ArrayNode.Product(c, adjoint));
        int whole = graph.add(new ArrayNode.Product(new Operand(half, 0, n, n, false), c));
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(n, n));
        int entry = builder.read(new Read(whole, Access.IDENTITY));
        contribute(builder.buildArrays(builder.code().negate(entry))[0], inverse.operand(), gate);
    }

    private Read gateOfAll(int array) {
        Access same = Access.constant(0);
        return new Read(gate(array, Domain.of(graph.length(array)), same, 1), same);
    }

    /** c = log det A: the adjoint of A is c̄·A⁻ᵀ (Giles, 2.2.4 divided by the determinant). */
    private void logDeterminant(int array, ArrayNode.LogDeterminant determinant) {
        int n = determinant.operand().rows();
        int inverse = graph.add(new ArrayNode.Inverse(determinant.operand()));
        BodyBuilder builder = new BodyBuilder(graph, Domain.of(n, n));
        int weight = builder.read(adjoint(array, new Read(array, Access.constant(0)), builder.domain()));
        Read gate = gateOfAll(array);
        int entry = masked(builder, new Read(inverse, Access.affine(builder.domain(), 0, 1, n)), gate);
        contribute(builder.buildArrays(builder.code().multiply(weight, entry))[0], determinant.operand(), gate);
    }

    /**
     * sⱼ₊₁ = aⱼ·sⱼ + bⱼ: with s̄ⱼ from outside, λⱼ = aⱼ·λⱼ₊₁ + s̄ⱼ runs the other way, and the adjoint of aⱼ is
     * λⱼ₊₁·sⱼ, that of bⱼ is λⱼ₊₁, that of the start is λ₀. A segment in which no state counts is left out.
     */
    private void scan(int array, ArrayNode.Scan scan) {
        Segments segments = scan.segments();
        Access before = segments.before();
        Access after = before.shifted(1);
        Access begin = scan.backward() ? segments.last() : segments.first();
        Access finish = scan.backward() ? segments.first() : segments.last();
        Access source = scan.backward() ? after : before;
        Access target = scan.backward() ? before : after;
        Domain states = segments.stateLoops();
        int gates = gate(
                array, states, Access.affine(states, 0, 1, 0), segments.outer().count());
        Read gate = new Read(gates, segments.segment());
        int outside = graph.accumulate(segments.states(), adjoints.get(array));
        Read start = new Read(outside, finish);
        Read term = new Read(outside, source);
        BodyBuilder counting = new BodyBuilder(graph, segments.entries());
        Read factor = counting.build(masked(counting, scan.factor(), gate)).get(0);
        int lambda = graph.add(new ArrayNode.Scan(segments, !scan.backward(), start, factor, term));
        contribute(new Read(lambda, begin), new Read(gates, Access.IDENTITY), segments.outer(), scan.start());
        if (scan.term() != null) {
            contribute(new Read(lambda, target), gate, segments.entries(), scan.term());
        }
        BodyBuilder builder = new BodyBuilder(graph, segments.entries());
        int state = masked(builder, new Read(array, source), gate);
        int product = builder.code().multiply(builder.read(new Read(lambda, target)), state);
        contribute(builder.build(product).get(0), gate, segments.entries(), scan.factor());
    }
}
