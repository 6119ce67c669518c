package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.LowerProduct;
import dev.optimizer.linalg.Lu;
import dev.optimizer.linalg.MatrixProduct;
import dev.optimizer.linalg.NativeMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps that compute the arrays of a graph, in order; the slot of an array is its number. Sums of what a map computes
 * are taken while it runs, so that terms which nothing else needs are never stored.
 */
final class Schedule {
    private final ArrayGraph graph;
    private final Execution execution;
    private final boolean[] directed;
    /** For each array how many read it, results included. */
    private final int[] readers;
    /** For each array the sum that a map adds it to as it computes it, or ABSENT. */
    private final int[] sums;

    /** Products of which the lower triangle is enough. */
    private final boolean[] lower;
    /** Maps that are computed panel by panel where they are multiplied, and nowhere else. */
    private final boolean[] inPanels;

    private final Placement placement;
    private final boolean[] begun;
    private final List<Step> fixedSteps = new ArrayList<>();
    private final List<Step> directedSteps = new ArrayList<>();

    /**
     * Plans the steps.
     *
     * @param graph nothing but what the results need
     * @param symmetric whether the first result is a symmetric matrix of which the lower triangle is enough
     */
    Schedule(ArrayGraph graph, Execution execution, int[] results, boolean symmetric) {
        this.graph = graph;
        this.execution = execution;
        this.directed = graph.dependents(1);
        this.readers = new int[graph.size()];
        this.sums = new int[graph.size()];
        this.begun = new boolean[graph.size()];
        Arrays.fill(sums, ArrayGraph.ABSENT);
        this.lower = new boolean[graph.size()];
        this.inPanels = new boolean[graph.size()];
        countReaders(results);
        this.placement = new Placement(graph, readers);
        findSums();
        if (symmetric) {
            findLower(results[0]);
        }
        for (int array = 0; array < graph.size(); array++) {
            if (graph.first(array) == array) {
                plan(array);
            }
        }
    }

    /** What does not depend on input 1. */
    List<Step> fixedSteps() {
        return fixedSteps;
    }

    /** What does. */
    List<Step> directedSteps() {
        return directedSteps;
    }

    /** Whether the elements of an array are anywhere: not those of a range, nor terms that are summed as they come. */
    boolean hasMemory(int array) {
        boolean passing = sums[array] != ArrayGraph.ABSENT || inPanels[array] || placement.isPlaced(array);
        return !(graph.node(array) instanceof ArrayNode.Range) && !passing;
    }

    private void countReaders(int[] results) {
        for (int array = 0; array < graph.size(); array++) {
            if (graph.first(array) == array) {
                graph.forEachOperand(array, operand -> readers[operand]++);
            }
        }
        Arrays.stream(results).forEach(array -> readers[array]++);
    }

    private void findSums() {
        for (int array = 0; array < graph.size(); array++) {
            if (graph.node(array) instanceof Accumulate sum) {
                for (Contribution term : sum.contributions()) {
                    int from = term.from().array();
                    boolean alone = readers[from] == 1 && directed[from] == directed[array];
                    boolean inStep = graph.node(from) instanceof ArrayNode.Map map
                            && map.domain().equals(term.domain())
                            && term.from().access().equals(Access.IDENTITY);
                    sums[from] = alone && inStep ? array : ArrayGraph.ABSENT;
                }
            }
        }
    }

    /** The products that a symmetric result is, or is the sum of, element by element. */
    private void findLower(int result) {
        List<Contribution> whole = graph.node(result) instanceof Accumulate sum
                ? sum.contributions().stream()
                        .filter(term -> ArrayGraph.isWhole(term, sum.length()))
                        .filter(term -> term.from().access().equals(Access.IDENTITY))
                        .toList()
                : List.of();
        whole.forEach(term -> findLowerProduct(term.from().array()));
        findLowerProduct(result);
    }

    private void findLowerProduct(int array) {
        if (readers[array] == 1
                && !placement.isPlaced(array)
                && graph.node(array) instanceof ArrayNode.Product product) {
            Operand right = product.right();
            lower[array] = product.left().height() == right.width() && !right.transposed();
            inPanels[right.array()] = lower[array]
                    && readers[right.array()] == 1
                    && right.offset() == 0
                    && graph.node(right.array()) instanceof ArrayNode.Map map
                    && PanelStep.fits(map, sources(map), right.rows());
        }
    }

    private List<Pass.Source> sources(ArrayNode.Map map) {
        return map.reads().stream().map(this::source).toList();
    }

    private void plan(int array) {
        ArrayNode node = graph.node(array);
        if (inPanels[array]) {
            return;
        }
        if (node instanceof ArrayNode.Map map) {
            map(array, map);
        } else if (node instanceof Accumulate sum) {
            accumulate(array, sum);
        } else if (node instanceof ArrayNode.Product product) {
            place(array);
            add(array, product(array, product.left(), product.right()));
        } else if (node instanceof ArrayNode.Inverse inverse) {
            Lu lu = new Lu(inverse.operand().rows());
            add(array, addresses -> {
                lu.factor(address(addresses, inverse.operand()));
                lu.inverse(addresses[array]);
            });
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            Lu lu = new Lu(determinant.operand().rows());
            add(array, addresses -> {
                lu.factor(address(addresses, determinant.operand()));
                NativeMemory.put(addresses[array], lu.logDeterminant());
            });
        } else if (node instanceof ArrayNode.Largest largest) {
            Contribution contribution = largest.contribution();
            Pass.Source source = source(contribution.from());
            add(array, new LargestStep(contribution, source, largest.length(), array));
        } else if (node instanceof ArrayNode.Scan scan) {
            Domain entries = scan.segments().entries();
            Entries term = scan.term() == null ? null : entries(scan.term(), entries);
            Entries start = entries(scan.start(), scan.segments().outer());
            add(array, new ScanStep(scan, start, entries(scan.factor(), entries), term, array));
        }
    }

    private void add(int array, Step step) {
        (directed[array] ? directedSteps : fixedSteps).add(step);
    }

    private void map(int array, ArrayNode.Map map) {
        List<Pass.Target> targets = new ArrayList<>();
        List<Pass.Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < map.body().resultCount(); i++) {
            int sum = sums[array + i];
            if (sum == ArrayGraph.ABSENT) {
                targets.add(new Pass.Target(array + i, Access.IDENTITY, false));
            } else {
                fresh.addAll(begin(sum));
                targets.add(target(array + i, sum));
            }
        }
        add(array, new Pass(map.domain(), map.body().program(), sources(map), targets, fresh));
    }

    private void add(int array, Pass pass) {
        add(array, execution.prepare(pass));
    }

    /** Before a product that is part of a sum: the other parts of the sum are zero. */
    private void place(int product) {
        if (placement.isPlaced(product)) {
            int sum = placement.sum(product);
            int length = graph.length(sum);
            if (!begun[sum] && !placement.fills(sum)) {
                add(product, addresses -> NativeMemory.zero(addresses[sum], length));
            }
            begun[sum] = true;
        }
    }

    /** A sum is zero before the first pass that adds to it. */
    private List<Pass.Fresh> begin(int sum) {
        boolean first = !begun[sum];
        begun[sum] = true;
        return first ? List.of(new Pass.Fresh(sum, graph.length(sum))) : List.of();
    }

    private Pass.Target target(int array, int sum) {
        return ((Accumulate) graph.node(sum))
                .contributions().stream()
                        .filter(term -> term.from().array() == array)
                        .map(term -> new Pass.Target(sum, term.to(), true))
                        .findFirst()
                        .orElseThrow();
    }

    private Pass.Source source(Read read) {
        boolean range = graph.node(read.array()) instanceof ArrayNode.Range;
        return new Pass.Source(range ? Pass.RANGE : read.array(), access(read));
    }

    private void accumulate(int array, Accumulate sum) {
        for (Contribution term : sum.contributions()) {
            int from = term.from().array();
            if (sums[from] != array && !placement.isPlaced(from)) {
                // A map that hands on what it reads.
                Graph copy = new Graph();
                Program program = Program.of(copy, 1, copy.input(0));
                List<Pass.Target> target = List.of(new Pass.Target(array, term.to(), true));
                add(array, new Pass(term.domain(), program, List.of(source(term.from())), target, begin(array)));
            }
        }
    }

    private Step product(int array, Operand left, Operand right) {
        int slot = placement.isPlaced(array) ? placement.sum(array) : array;
        long offset = placement.isPlaced(array) ? (long) Double.BYTES * placement.offset(array) : 0;
        if (inPanels[right.array()]) {
            ArrayNode.Map map = (ArrayNode.Map) graph.node(right.array());
            return new PanelStep(map, sources(map), left, array, execution);
        } else if (lower[array]) {
            LowerProduct product = new LowerProduct(left.height(), left.columns(), left.transposed());
            return addresses -> product.run(
                    address(addresses, left), address(addresses, right), left.width(), addresses[array], true);
        }
        MatrixProduct product = new MatrixProduct(view(left), view(right));
        return addresses -> product.run(address(addresses, left), address(addresses, right), addresses[slot] + offset);
    }

    private static MatrixProduct.View view(Operand operand) {
        return new MatrixProduct.View(operand.rows(), operand.columns(), operand.transposed());
    }

    private static long address(long[] addresses, Operand operand) {
        return addresses[operand.array()] + (long) Double.BYTES * operand.offset();
    }

    /** A constant is the same wherever it is read, and may have but one element. */
    private Access access(Read read) {
        return graph.node(read.array()) instanceof ArrayNode.Constant ? Access.constant(0) : read.access();
    }

    private Entries entries(Read read, Domain domain) {
        return new Entries(source(read), domain);
    }
}
