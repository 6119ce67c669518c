package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.Cursor;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.MapMerging;
import dev.optimizer.autodiff.array.Segments;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.Lu;
import dev.optimizer.linalg.MatrixProduct;
import dev.optimizer.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What computes some arrays of a graph: a list of steps on memory that is taken once. Sums of what a map computes are
 * taken while it runs, so that terms which nothing else needs are never stored.
 */
public final class ArrayProgram {
    private final ArrayGraph graph;
    private final Memory memory;
    private final int[] results;
    private final boolean[] directed;
    private final Vector[] vectors;
    /** For each array how many read it, results included. */
    private final int[] readers;
    /** For each array the sum that a map adds it to as it computes it, or ABSENT. */
    private final int[] sums;

    private final boolean[] cleared;
    private final List<Step> fixedSteps = new ArrayList<>();
    private final List<Step> directedSteps = new ArrayList<>();

    private ArrayProgram(ArrayGraph graph, Memory memory, int[] results) {
        this.graph = graph;
        this.memory = memory;
        this.results = results;
        this.directed = graph.dependents(1);
        this.vectors = new Vector[graph.size()];
        this.readers = new int[graph.size()];
        this.sums = new int[graph.size()];
        this.cleared = new boolean[graph.size()];
        Arrays.fill(sums, ArrayGraph.ABSENT);
        countReaders();
        findSums();
        for (int array = 0; array < graph.size(); array++) {
            if (graph.first(array) == array) {
                plan(array);
            }
        }
    }

    /**
     * The program that computes some arrays.
     *
     * @param memory holds the inputs
     */
    public static ArrayProgram of(ArrayGraph graph, Memory memory, int... results) {
        MapMerging.Merged merged = MapMerging.merge(graph, results);
        return new ArrayProgram(merged.graph(), memory, merged.results());
    }

    /** Computes the results from what is in the inputs. */
    public void run() {
        run(fixedSteps);
        run(directedSteps);
    }

    /** The same, after input 1 alone has changed. */
    void runAgain() {
        run(directedSteps);
    }

    private static void run(List<Step> steps) {
        // By index: an iterator would be an object per run.
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run();
        }
    }

    /** The elements of a result. Overwritten by the next run. */
    public Vector result(int index) {
        return vector(results[index]);
    }

    private void countReaders() {
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

    /** The memory of an array, taken when it is first asked for; null for a range. */
    private Vector vector(int array) {
        ArrayNode node = graph.node(array);
        if (vectors[array] == null && !(node instanceof ArrayNode.Range)) {
            if (node instanceof ArrayNode.Input input) {
                vectors[array] = memory.input(input.number(), input.length());
            } else if (node instanceof ArrayNode.Known known) {
                vectors[array] = memory.known(known.values());
            } else {
                vectors[array] = Vector.zeros(graph.length(array));
            }
            if (node instanceof ArrayNode.Constant constant) {
                vectors[array].fill(constant.value());
            }
        }
        return vectors[array];
    }

    private void plan(int array) {
        ArrayNode node = graph.node(array);
        if (node instanceof ArrayNode.Map map) {
            add(array, map(array, map));
        } else if (node instanceof Accumulate sum) {
            accumulate(array, sum);
        } else if (node instanceof ArrayNode.Product product) {
            add(array, new MatrixProduct(view(product.left()), view(product.right()), vector(array))::run);
        } else if (node instanceof ArrayNode.Inverse inverse) {
            Operand operand = inverse.operand();
            Lu lu = new Lu(operand.rows());
            add(array, () -> {
                lu.factor(vector(operand.array()), operand.offset());
                lu.inverse(vector(array));
            });
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            Operand operand = determinant.operand();
            Lu lu = new Lu(operand.rows());
            add(array, () -> {
                lu.factor(vector(operand.array()), operand.offset());
                vector(array).set(0, lu.logDeterminant());
            });
        } else if (node instanceof ArrayNode.Largest largest) {
            Domain domain = largest.contribution().domain();
            int block = MapStep.block(domain.count(), 1);
            Gather source = gather(largest.contribution().from(), block);
            Access to = largest.contribution().to();
            add(array, new LargestStep(domain, source, to, block, vector(array), vector(array + 1)));
        } else if (node instanceof ArrayNode.Scan scan) {
            Segments segments = scan.segments();
            ScanStep.Fetch term = scan.term() == null ? null : fetch(scan.term(), segments.entries());
            ScanStep.Fetch start = fetch(scan.start(), segments.outer());
            add(array, new ScanStep(scan, start, fetch(scan.factor(), segments.entries()), term, vector(array)));
        }
    }

    private void add(int array, Step step) {
        (directed[array] ? directedSteps : fixedSteps).add(step);
    }

    private Step map(int array, ArrayNode.Map map) {
        List<MapStep.Source> sources = map.reads().stream()
                .map(read -> new MapStep.Source(vector(read.array()), read.access()))
                .toList();
        List<MapStep.Target> targets = new ArrayList<>();
        for (int i = 0; i < map.body().resultCount(); i++) {
            int sum = sums[array + i];
            if (sum == ArrayGraph.ABSENT) {
                targets.add(new MapStep.Target(vector(array + i), null, null));
            } else {
                clear(sum);
                targets.add(new MapStep.Target(null, vector(sum), target(array + i, (Accumulate) graph.node(sum))));
            }
        }
        return new MapStep(map.domain(), map.body().program(), sources, targets);
    }

    private static Access target(int array, Accumulate sum) {
        return sum.contributions().stream()
                .filter(term -> term.from().array() == array)
                .findFirst()
                .orElseThrow()
                .to();
    }

    /** A sum is cleared before the first step that adds to it. */
    private void clear(int sum) {
        if (!cleared[sum]) {
            cleared[sum] = true;
            Vector vector = vector(sum);
            add(sum, () -> vector.fill(0));
        }
    }

    private void accumulate(int array, Accumulate sum) {
        clear(array);
        for (Contribution term : sum.contributions()) {
            if (sums[term.from().array()] != array) {
                // A map that hands on what it reads.
                Graph copy = new Graph();
                Program program = Program.of(copy, 1, copy.input(0));
                Read from = term.from();
                List<MapStep.Source> source = List.of(new MapStep.Source(vector(from.array()), access(from)));
                List<MapStep.Target> target = List.of(new MapStep.Target(null, vector(array), term.to()));
                add(array, new MapStep(term.domain(), program, source, target));
            }
        }
    }

    private MatrixProduct.View view(Operand operand) {
        return new MatrixProduct.View(
                vector(operand.array()), operand.offset(), operand.rows(), operand.columns(), operand.transposed());
    }

    private Gather gather(Read read, int block) {
        return new Gather(vector(read.array()), access(read), block);
    }

    /** A constant is the same wherever it is read, and may have but one element. */
    private Access access(Read read) {
        return graph.node(read.array()) instanceof ArrayNode.Constant ? Access.constant(0) : read.access();
    }

    private ScanStep.Fetch fetch(Read read, Domain domain) {
        Gather source = gather(read, Math.max(1, domain.count()));
        Cursor cursor = new Cursor(domain, domain.count());
        return entries -> {
            cursor.restart();
            cursor.advance(domain.count());
            source.load(cursor, 0, domain.count(), entries);
        };
    }
}
