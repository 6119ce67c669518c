package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies what some results need into a graph of its own in which maps over the same domain that do not depend on one
 * another are one map: a value and its partial derivatives then share their common subexpressions and one pass over the
 * data.
 */
public final class MapMerging {
    private final ArrayGraph source;
    private final ArrayGraph target = new ArrayGraph();
    /** Where the arrays of the source are in the target. */
    private final int[] places;

    private final boolean[] directed;

    private MapMerging(ArrayGraph source) {
        this.source = source;
        this.places = new int[source.size()];
        this.directed = source.dependents(1);
    }

    /** Maps that may be one: none depends on another, for they are equally far from the inputs. */
    private record Group(Domain domain, boolean directed) {}

    /** A graph and the places of the results in it. */
    public record Merged(ArrayGraph graph, int[] results) {}

    /** What depends on input 1 is not merged with what does not, which need not be computed again for each direction. */
    public static Merged merge(ArrayGraph graph, int... results) {
        MapMerging merging = new MapMerging(graph);
        boolean[] needed = graph.needed(results);
        for (List<Integer> level : merging.levels(needed)) {
            merging.copy(level);
        }
        int[] places =
                Arrays.stream(results).map(array -> merging.places[array]).toArray();
        return new Merged(merging.target, places);
    }

    /** The first arrays of the needed nodes, by the length of the longest way from an input. */
    private List<List<Integer>> levels(boolean[] needed) {
        int[] level = new int[source.size()];
        List<List<Integer>> levels = new ArrayList<>();
        for (int array = 0; array < level.length; array++) {
            int at = array;
            source.forEachOperand(array, operand -> level[at] = Math.max(level[at], level[operand] + 1));
            if (needed[array] && source.first(array) == array) {
                while (levels.size() <= level[array]) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level[array]).add(array);
            }
        }
        return levels;
    }

    private void copy(List<Integer> level) {
        Map<Group, List<Integer>> maps = new LinkedHashMap<>();
        for (int array : level) {
            if (source.node(array) instanceof ArrayNode.Map map) {
                maps.computeIfAbsent(new Group(map.domain(), directed[array]), group -> new ArrayList<>())
                        .add(array);
            } else {
                int first = target.add(moved(source.node(array)));
                places[array] = first;
                if (source.node(array) instanceof ArrayNode.Largest) {
                    places[array + 1] = first + 1;
                }
            }
        }
        maps.forEach((group, arrays) -> merge(group.domain(), arrays));
    }

    private void merge(Domain domain, List<Integer> arrays) {
        BodyBuilder builder = new BodyBuilder(target, domain);
        List<Integer> results = new ArrayList<>();
        for (int array : arrays) {
            ArrayNode.Map map = (ArrayNode.Map) source.node(array);
            List<Read> reads = map.reads().stream().map(this::moved).toList();
            Arrays.stream(builder.include(map.body(), reads)).forEach(results::add);
        }
        int[] built =
                builder.buildArrays(results.stream().mapToInt(place -> place).toArray());
        int next = 0;
        for (int array : arrays) {
            for (int i = 0; i < ((ArrayNode.Map) source.node(array)).body().resultCount(); i++) {
                places[array + i] = built[next++];
            }
        }
    }

    private ArrayNode moved(ArrayNode node) {
        if (node instanceof ArrayNode.Accumulate sum) {
            return new ArrayNode.Accumulate(
                    sum.length(), sum.contributions().stream().map(this::moved).toList());
        } else if (node instanceof ArrayNode.Product product) {
            return new ArrayNode.Product(moved(product.left()), moved(product.right()));
        } else if (node instanceof ArrayNode.Inverse inverse) {
            return new ArrayNode.Inverse(moved(inverse.operand()));
        } else if (node instanceof ArrayNode.LogDeterminant determinant) {
            return new ArrayNode.LogDeterminant(moved(determinant.operand()));
        } else if (node instanceof ArrayNode.Largest largest) {
            return new ArrayNode.Largest(largest.length(), moved(largest.contribution()));
        } else if (node instanceof ArrayNode.Scan scan) {
            Read term = scan.term() == null ? null : moved(scan.term());
            return new ArrayNode.Scan(
                    scan.segments(), scan.backward(), moved(scan.start()), moved(scan.factor()), term);
        }
        return node;
    }

    private Read moved(Read read) {
        return new Read(places[read.array()], read.access());
    }

    private Contribution moved(Contribution term) {
        return new Contribution(moved(term.from()), term.domain(), term.to());
    }

    private Operand moved(Operand operand) {
        return new Operand(
                places[operand.array()], operand.offset(), operand.rows(), operand.columns(), operand.transposed());
    }
}
