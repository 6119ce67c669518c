package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Constant;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Input;
import dev.optimizer.autodiff.array.ArrayNode.Known;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.scalar.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A graph of arrays that only grows. An array is a number; a node makes one array or several with consecutive numbers,
 * from arrays with smaller numbers, so the order of the numbers is an order of evaluation. Equal nodes are one node.
 */
public final class ArrayGraph {
    /** In place of an array whose elements are zero whatever the input. */
    public static final int ABSENT = -1;

    /** For each array the node that makes it, and the first array of that node. */
    private final List<ArrayNode> nodes = new ArrayList<>();

    private final List<Integer> firsts = new ArrayList<>();
    private final Map<ArrayNode, Integer> places = new HashMap<>();

    /** The number of arrays. */
    public int size() {
        return nodes.size();
    }

    public ArrayNode node(int array) {
        return nodes.get(array);
    }

    /** The first array of the node that makes an array. */
    public int first(int array) {
        return firsts.get(array);
    }

    /** The number of elements of an array; a range goes as far as anyone reads. */
    public int length(int array) {
        ArrayNode node = nodes.get(array);
        if (node instanceof Input input) {
            return input.length();
        } else if (node instanceof Constant constant) {
            return constant.length();
        } else if (node instanceof Known known) {
            return known.values().length;
        } else if (node instanceof ArrayNode.Map map) {
            return map.domain().count();
        } else if (node instanceof Accumulate sum) {
            return sum.length();
        } else if (node instanceof ArrayNode.Product product) {
            return product.left().height() * product.right().width();
        } else if (node instanceof ArrayNode.Inverse inverse) {
            return inverse.operand().size();
        } else if (node instanceof ArrayNode.Largest largest) {
            return largest.length();
        } else if (node instanceof ArrayNode.Scan scan) {
            return scan.segments().states();
        }
        return node instanceof ArrayNode.LogDeterminant ? 1 : Integer.MAX_VALUE;
    }

    /** Adds a node, unless it is there already; returns its first array. */
    public int add(ArrayNode node) {
        Integer known = places.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        int first = nodes.size();
        for (int i = 0; i < results(node); i++) {
            nodes.add(node);
            firsts.add(first);
        }
        return first;
    }

    private static int results(ArrayNode node) {
        if (node instanceof ArrayNode.Map map) {
            return map.body().resultCount();
        }
        return node instanceof ArrayNode.Largest ? 2 : 1;
    }

    public int constant(double value) {
        return add(new Constant(value, 1));
    }

    /** The sum of contributions; a single one that changes nothing is its source itself. */
    public int accumulate(int length, List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return ABSENT;
        }
        Contribution only = contributions.get(0);
        if (contributions.size() == 1
                && isWhole(only, length)
                && only.from().access().equals(Access.IDENTITY)) {
            int source = only.from().array();
            if (nodes.get(source) instanceof Constant constant) {
                return add(new Constant(constant.value(), length));
            } else if (length(source) == length) {
                return source;
            }
        }
        return add(new Accumulate(length, List.copyOf(contributions)));
    }

    /** Whether a contribution alone fills an array of this length, element by element. */
    public static boolean isWhole(Contribution contribution, int length) {
        return contribution.domain().count() == length && contribution.to().equals(Access.IDENTITY);
    }

    /** What a body, where it reads this, can take for a number; NaN boxed is one too. Null if it is none. */
    public Double constant(Read read) {
        ArrayNode node = nodes.get(read.array());
        if (node instanceof Constant constant) {
            return constant.value();
        }
        boolean single = node instanceof Known && read.access().isConstant();
        return single ? ((Known) node).values()[((Access.Affine) read.access()).base()] : null;
    }

    /** Calls back with every array that the node of this one is made from. */
    public void forEachOperand(int array, IntConsumer visitor) {
        ArrayNode node = nodes.get(array);
        if (node instanceof ArrayNode.Map map) {
            map.reads().forEach(read -> visitor.accept(read.array()));
        } else if (node instanceof Accumulate sum) {
            sum.contributions().forEach(term -> visitor.accept(term.from().array()));
        } else if (node instanceof ArrayNode.Product product) {
            visitor.accept(product.left().array());
            visitor.accept(product.right().array());
        } else if (node instanceof ArrayNode.Inverse inverse) {
            visitor.accept(inverse.operand().array());
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            visitor.accept(determinant.operand().array());
        } else if (node instanceof ArrayNode.Largest largest) {
            visitor.accept(largest.contribution().from().array());
        } else if (node instanceof ArrayNode.Scan scan) {
            visitor.accept(scan.start().array());
            visitor.accept(scan.factor().array());
            if (scan.term() != null) {
                visitor.accept(scan.term().array());
            }
        }
    }

    /** Which arrays some results are made from, these included, each with all arrays of its node. */
    public boolean[] needed(int... results) {
        boolean[] needed = new boolean[size()];
        for (int result : results) {
            if (result != ABSENT) {
                needed[first(result)] = true;
            }
        }
        for (int array = size() - 1; array >= 0; array--) {
            if (needed[array] && first(array) == array) {
                forEachOperand(array, operand -> needed[first(operand)] = true);
            }
        }
        for (int array = 0; array < needed.length; array++) {
            needed[array] = needed[first(array)];
        }
        return needed;
    }

    /** Which arrays depend on one that fulfils a condition, those included. */
    public boolean[] dependents(IntPredicate origin) {
        boolean[] depends = new boolean[size()];
        for (int array = 0; array < depends.length; array++) {
            depends[array] = origin.test(array);
            int at = array;
            forEachOperand(array, operand -> depends[at] |= depends[operand]);
        }
        return depends;
    }

    /** Which arrays depend on an input. */
    public boolean[] dependents(int input) {
        return dependents(array -> nodes.get(array) instanceof Input in && in.number() == input);
    }

    /**
     * The elements that a domain reads, as a matrix for linear algebra: where they lie if they lie in order, or else a
     * copy.
     */
    public Operand operand(Read read, int rows, int columns) {
        ArrayNode node = nodes.get(read.array());
        int size = rows * columns;
        if (node instanceof Constant constant) {
            return new Operand(add(new Constant(constant.value(), size)), 0, rows, columns, false);
        }
        if (read.access().isContiguous() && !(node instanceof ArrayNode.Range)) {
            int offset = ((Access.Affine) read.access()).base();
            return new Operand(read.array(), offset, rows, columns, false);
        }
        return new Operand(copy(read, Domain.of(rows, columns)), 0, rows, columns, false);
    }

    /** An array that is computed, with the elements of another. */
    public int copy(int array) {
        return copy(new Read(array, Access.IDENTITY), Domain.of(length(array)));
    }

    private int copy(Read read, Domain domain) {
        Graph copy = new Graph();
        Body body = new Body(copy, 1, copy.input(0));
        return add(new ArrayNode.Map(domain, body, List.of(read)));
    }
}
