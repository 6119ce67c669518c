package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Grows the body of a map over a domain: scalar code, and the entries that it reads, each once. */
public final class BodyBuilder {
    private final ArrayGraph arrays;
    private final Domain domain;
    private final Graph code = new Graph();
    private final Map<Read, Integer> slots = new LinkedHashMap<>();

    public BodyBuilder(ArrayGraph arrays, Domain domain) {
        this.arrays = arrays;
        this.domain = domain;
    }

    public Domain domain() {
        return domain;
    }

    /** The scalar code. Its inputs are what is read, in the order of {@link #reads()}. */
    public Graph code() {
        return code;
    }

    public List<Read> reads() {
        return List.copyOf(slots.keySet());
    }

    /** The place of an entry: an input, or a constant if that is what the array holds. */
    public int read(Read read) {
        Double constant = arrays.constant(read);
        if (constant != null) {
            return code.constant(constant);
        }
        return code.input(slots.computeIfAbsent(read, key -> slots.size()));
    }

    /** Takes in the body of a map over the same domain; returns the places of its results. */
    public int[] include(ArrayNode.Map map) {
        return include(map.body(), map.reads());
    }

    public int[] include(Body body, List<Read> reads) {
        return body.addTo(code, reads.stream().mapToInt(this::read).toArray());
    }

    /**
     * Makes a map and returns for each place in the code where its value can be read in an iteration of the domain; null
     * for ABSENT. A place that only hands on an entry or a constant needs no map.
     */
    public List<Read> build(int... places) {
        return build(places, place -> code.node(place).operation().arity() == 0);
    }

    /** The same, as arrays with an element per iteration; ABSENT for ABSENT. */
    public int[] buildArrays(int... places) {
        return build(places, this::isArray).stream()
                .mapToInt(read -> read == null ? ArrayGraph.ABSENT : whole(read.array()))
                .toArray();
    }

    private List<Read> build(int[] places, IntPredicate plain) {
        List<Read> entries = reads();
        Map<Integer, Integer> results = new LinkedHashMap<>();
        Arrays.stream(places)
                .filter(place -> place != Graph.ABSENT && !plain.test(place))
                .forEach(place -> results.putIfAbsent(place, results.size()));
        int[] computed = results.keySet().stream().mapToInt(place -> place).toArray();
        int first = computed.length == 0 ? 0 : map(computed, entries);
        List<Read> built = new ArrayList<>();
        for (int place : places) {
            Integer result = results.get(place);
            built.add(result == null ? plain(place, entries) : new Read(first + result, Access.IDENTITY));
        }
        return built;
    }

    private Read plain(int place, List<Read> entries) {
        if (place == Graph.ABSENT) {
            return null;
        }
        double literal = code.node(place).literal();
        boolean constant = code.node(place).operation() == Operation.CONSTANT;
        return constant ? new Read(arrays.constant(literal), Access.IDENTITY) : entries.get((int) literal);
    }

    /** Whether the value of a place is in each iteration the element of an array with the iteration's number. */
    private boolean isArray(int place) {
        Graph.Node node = code.node(place);
        if (node.operation() != Operation.INPUT) {
            return node.operation() == Operation.CONSTANT;
        }
        Read read = reads().get((int) node.literal());
        return read.access().equals(Access.IDENTITY) && arrays.length(read.array()) == domain.count();
    }

    private int whole(int array) {
        boolean constant = arrays.node(array) instanceof ArrayNode.Constant;
        double value = constant ? ((ArrayNode.Constant) arrays.node(array)).value() : 0;
        return constant ? arrays.add(new ArrayNode.Constant(value, domain.count())) : array;
    }

    private int map(int[] places, List<Read> entries) {
        // Only what the results need is read.
        boolean[] needed = code.needed(places);
        int[] inputs = new int[entries.size()];
        List<Read> used = new ArrayList<>();
        Graph body = new Graph();
        for (int place = 0; place < needed.length; place++) {
            Graph.Node node = code.node(place);
            if (needed[place] && node.operation() == Operation.INPUT) {
                inputs[(int) node.literal()] = body.input(used.size());
                used.add(entries.get((int) node.literal()));
            }
        }
        int[] results = body.include(code, places, inputs);
        return arrays.add(new ArrayNode.Map(domain, new Body(body, used.size(), results), List.copyOf(used)));
    }
}
