package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.MapMerging;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What computes some arrays of a graph: a list of steps on memory that is taken once.
 *
 * <p>Say where the inputs are and where the results should go, then run.
 */
final class ArrayProgram {
    private final ArrayGraph graph;
    private final Memory memory;
    private final int[] results;
    /** What runs each time, and what runs again when input 1 alone has changed. */
    private final List<Step> fixedSteps;

    private final List<Step> directedSteps;
    /** For each array its own memory, null where it has none. */
    private final Vector[] vectors;

    private final long[] addresses;
    /** For each input the array that it is, or ABSENT. */
    private final int[] inputs;

    private ArrayProgram(ArrayGraph graph, Memory memory, int[] results, boolean symmetric) {
        this.graph = graph;
        this.memory = memory;
        this.results = results;
        this.vectors = new Vector[graph.size()];
        this.addresses = new long[graph.size()];
        Schedule schedule = new Schedule(graph, memory.execution(), results, symmetric);
        this.fixedSteps = schedule.fixedSteps();
        this.directedSteps = schedule.directedSteps();
        this.inputs = new int[] {input(0), input(1)};
        for (int array = 0; array < vectors.length; array++) {
            if (schedule.hasMemory(array) && !isGiven(array)) {
                own(array);
            }
        }
    }

    /** The array that an input is, or ABSENT. */
    private int input(int number) {
        return IntStream.range(0, graph.size())
                .filter(array -> graph.node(array) instanceof ArrayNode.Input input && input.number() == number)
                .findFirst()
                .orElse(ArrayGraph.ABSENT);
    }

    /**
     * The program that computes some arrays.
     *
     * @param memory holds the known numbers
     */
    static ArrayProgram of(ArrayGraph graph, Memory memory, int... results) {
        return of(graph, memory, false, results);
    }

    /** The program that computes a symmetric matrix: its lower triangle is right, above that it means nothing. */
    static ArrayProgram symmetric(ArrayGraph graph, Memory memory, int matrix) {
        return of(graph, memory, true, matrix);
    }

    private static ArrayProgram of(ArrayGraph graph, Memory memory, boolean symmetric, int... results) {
        MapMerging.Merged merged = MapMerging.merge(graph, results);
        int[] own = separate(merged.graph(), merged.results());
        return new ArrayProgram(merged.graph(), memory, own, symmetric);
    }

    /** Makes each result an array of its own that is computed, so that it can be told where to go. */
    private static int[] separate(ArrayGraph graph, int[] results) {
        int[] own = new int[results.length];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < own.length; i++) {
            own[i] = results[i];
            while (!isComputed(graph.node(own[i])) || !taken.add(own[i])) {
                own[i] = graph.copy(own[i]);
            }
        }
        return own;
    }

    private static boolean isComputed(ArrayNode node) {
        return !(node instanceof ArrayNode.Input
                || node instanceof ArrayNode.Known
                || node instanceof ArrayNode.Constant
                || node instanceof ArrayNode.Range);
    }

    /** Whether a caller says at each run where an array lies: an input, or a result of more than a number. */
    private boolean isGiven(int array) {
        boolean result = IntStream.of(results).anyMatch(each -> each == array) && graph.length(array) > 1;
        return result || graph.node(array) instanceof ArrayNode.Input;
    }

    /** Gives an array memory of its own. */
    private void own(int array) {
        ArrayNode node = graph.node(array);
        if (vectors[array] == null) {
            vectors[array] = node instanceof ArrayNode.Known known
                    ? memory.known(known.values())
                    : Vector.zeros(graph.length(array));
        }
        if (node instanceof ArrayNode.Constant constant) {
            vectors[array].fill(constant.value());
        }
        addresses[array] = vectors[array].address();
    }

    /** Says where an input lies in the runs to come. */
    void input(int number, long address) {
        if (inputs[number] != ArrayGraph.ABSENT) {
            addresses[inputs[number]] = address;
        }
    }

    /** Says where a result goes in the runs to come: as much memory as it has elements, apart from the inputs. */
    void output(int index, long address) {
        addresses[results[index]] = address;
    }

    /** A result that stays in memory of the program: its elements, overwritten by the next run. */
    Vector result(int index) {
        own(results[index]);
        return vectors[results[index]];
    }

    /** Computes the results from what is in the inputs. */
    void run() {
        run(fixedSteps);
        runAgain();
    }

    /** The same, after input 1 alone has changed. */
    void runAgain() {
        run(directedSteps);
    }

    private void run(List<Step> steps) {
        // By index: an iterator would be an object per run.
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run(addresses);
        }
    }

    /** The first element of a result, after a run. */
    double number(int index) {
        return NativeMemory.get(addresses[results[index]]);
    }
}
