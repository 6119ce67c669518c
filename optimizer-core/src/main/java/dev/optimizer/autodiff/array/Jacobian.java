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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All derivatives of an array with respect to input 0, as nodes of the same graph: forward mode along all n unit vectors at
 * once, in which the product of a matrix and a vector becomes the product of two matrices. Elements e·n … e·n + n − 1 are the
 * derivatives of element e.
 *
 * <p>What is rarely met on the way is left to {@link ArrayTangents}, which goes along one direction at a time: inverses,
 * determinants, recurrences, products of two matrices of variables, and loops of changing length.
 */
public final class Jacobian {
    /** Arrays of more elements than this, 512 MB, are left to one direction at a time, which needs none of them. */
    private static final long LARGEST = 1L << 26;

    private final ArrayGraph graph;
    private final int n;
    /** For each array its derivatives, ABSENT for zero. */
    private final int[] jacobians;

    private boolean possible = true;

    private Jacobian(ArrayGraph graph, int n) {
        this.graph = graph;
        this.n = n;
        this.jacobians = new int[graph.size()];
        Arrays.fill(jacobians, ArrayGraph.ABSENT);
    }

    /**
     * The derivatives of an array that does not depend on input 1, with respect to input 0, which has n elements.
     *
     * @return an array, ABSENT if all are zero; empty where another way has to be gone
     */
    public static Optional<Integer> of(ArrayGraph graph, int array, int n) {
        if (array == ArrayGraph.ABSENT) {
            return Optional.of(array);
        }
        Jacobian sweep = new Jacobian(graph, n);
        boolean[] needed = graph.needed(array);
        boolean[] active = graph.dependents(0);
        for (int each = 0; each < needed.length && sweep.possible; each++) {
            if (needed[each] && active[each] && graph.first(each) == each) {
                sweep.possible &= (long) graph.length(each) * n <= LARGEST;
                if (sweep.possible) {
                    sweep.propagate(each);
                }
            }
        }
        return sweep.possible ? Optional.of(sweep.jacobians[array]) : Optional.empty();
    }

    private void propagate(int array) {
        ArrayNode node = graph.node(array);
        if (node instanceof Input) {
            jacobians[array] = identity();
        } else if (node instanceof ArrayNode.Map map) {
            map(array, map);
        } else if (node instanceof Accumulate sum) {
            jacobians[array] = accumulate(sum);
        } else if (node instanceof ArrayNode.Product product) {
            jacobians[array] = product(product);
        } else {
            // The largest entry is a constant in differentiation.
            possible &= node instanceof ArrayNode.Largest;
        }
    }

    private int identity() {
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = 1;
        }
        return graph.add(new ArrayNode.Known(entries));
    }

    private boolean moves(int array) {
        return jacobians[array] != ArrayGraph.ABSENT;
    }

    private Domain spread(Domain domain) {
        possible &= domain.isRegular() && (long) domain.count() * n <= LARGEST;
        return possible ? domain.with(new Domain.Regular(n)) : Domain.POINT;
    }

    /** An access in a domain, read the same for each unit vector. */
    private Access same(Domain domain, Access access) {
        return spread(domain, access, 1, 0);
    }

    /** The derivatives of what an access in a domain means, one for each unit vector. */
    private Access each(Domain domain, Access access) {
        return spread(domain, access, n, 1);
    }

    private Access spread(Domain domain, Access access, int factor, int stride) {
        possible &= access instanceof Access.Affine;
        Domain inner = spread(domain);
        if (!possible) {
            return Access.IDENTITY;
        }
        Access.Affine affine = (Access.Affine) access;
        int[] strides = new int[domain.depth() + 1];
        // The number of an iteration, which flat counts, is made of the indices.
        int count = 1;
        for (int level = domain.depth() - 1; level >= 0; level--) {
            int own = level < affine.strides().size() ? affine.strides().get(level) : 0;
            strides[level] = factor * (own + affine.flat() * count);
            count *= domain.levels().get(level).count(0);
        }
        strides[domain.depth()] = stride;
        return Access.affine(inner, factor * affine.base(), strides);
    }

    private void map(int array, ArrayNode.Map map) {
        BodyBuilder builder = new BodyBuilder(graph, spread(map.domain()));
        Map<Read, Read> origins = new HashMap<>();
        List<Read> values = new ArrayList<>();
        for (Read read : map.reads()) {
            Read value = new Read(read.array(), same(map.domain(), read.access()));
            origins.put(value, read);
            values.add(value);
        }
        if (!possible) {
            return;
        }
        int[] results = builder.include(map.body(), values);
        int[] directions = builder.reads().stream()
                .map(origins::get)
                .mapToInt(read -> moves(read.array())
                        ? builder.read(new Read(jacobians[read.array()], each(map.domain(), read.access())))
                        : Graph.ABSENT)
                .toArray();
        int[] built = builder.buildArrays(Tangents.along(builder.code(), results, slot -> directions[slot]));
        System.arraycopy(built, 0, jacobians, array, built.length);
    }

    private int accumulate(Accumulate sum) {
        List<Contribution> moving = new ArrayList<>();
        for (Contribution term : sum.contributions()) {
            if (moves(term.from().array())) {
                Domain domain = term.domain();
                Read from = new Read(
                        jacobians[term.from().array()], each(domain, term.from().access()));
                moving.add(new Contribution(from, spread(domain), each(domain, term.to())));
            }
        }
        return possible ? graph.accumulate(sum.length() * n, moving) : ArrayGraph.ABSENT;
    }

    /** Of L·R: L·Ṙ, and for a row vector L also Rᵀ·L̇ᵀ. */
    private int product(ArrayNode.Product product) {
        Operand left = product.left();
        Operand right = product.right();
        List<Contribution> terms = new ArrayList<>();
        int length = left.height() * right.width() * n;
        if (moves(left.array())) {
            possible &= left.height() == 1;
            Operand rows = new Operand(jacobians[left.array()], left.offset() * n, left.width(), n, false);
            terms.add(whole(graph.add(new ArrayNode.Product(right.turned(), rows)), length));
        }
        if (moves(right.array())) {
            boolean vector = right.width() == 1;
            possible &= vector || !right.transposed();
            boolean x = graph.node(right.array()) instanceof Input;
            int width = right.width() * n;
            Operand rows = new Operand(jacobians[right.array()], right.offset() * n, right.height(), width, false);
            terms.add(
                    x && vector
                            ? columns(left, right.offset())
                            : whole(graph.add(new ArrayNode.Product(left, rows)), length));
        }
        return possible ? graph.accumulate(length, terms) : ArrayGraph.ABSENT;
    }

    private static Contribution whole(int array, int length) {
        return new Contribution(new Read(array, Access.IDENTITY), Domain.of(length), Access.IDENTITY);
    }

    /** L times rows of the identity: L itself, in the columns of the entries of x from {@code first} on. */
    private Contribution columns(Operand left, int first) {
        Domain domain = Domain.of(left.height(), left.width());
        int down = left.transposed() ? 1 : left.columns();
        int across = left.transposed() ? left.columns() : 1;
        Access from = Access.affine(domain, left.offset(), down, across);
        Access to = Access.affine(domain, first, n, 1);
        boolean all = first == 0 && left.width() == n && from.equals(Access.IDENTITY);
        return all ? whole(left.array(), domain.count()) : new Contribution(new Read(left.array(), from), domain, to);
    }
}
