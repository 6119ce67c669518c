package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Input;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.scalar.Gradient;
import dev.optimizer.autodiff.scalar.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The derivatives of an array, entry by entry, where each of its elements is a sum of terms that read entries of x and
 * known numbers only. Which element depends on which entry is then known in advance (the partial separability of A.
 * Griewank and Ph. Toint, 1982): one small dense block of derivatives for each iteration of a loop.
 */
public final class LocalDerivatives {
    private final ArrayGraph graph;
    private final boolean[] active;
    private final List<Contribution> terms;

    private LocalDerivatives(ArrayGraph graph, int array) {
        this.graph = graph;
        this.active = graph.dependents(0);
        this.terms = graph.node(array) instanceof Accumulate sum
                ? sum.contributions()
                : List.of(new Contribution(
                        new Read(array, Access.IDENTITY), Domain.of(graph.length(array)), Access.IDENTITY));
    }

    /**
     * In each iteration of a domain, something is added to the derivative of an element with respect to an entry of x.
     *
     * @param derivative an element per iteration
     * @param element of the array
     * @param entry of x
     */
    public record Block(Domain domain, Read derivative, Access element, Access entry) {}

    /** The derivatives of an array with respect to x; empty if its terms are not local. */
    public static Optional<List<Block>> of(ArrayGraph graph, int array) {
        if (array == ArrayGraph.ABSENT) {
            return Optional.of(List.of());
        }
        LocalDerivatives derivatives = new LocalDerivatives(graph, array);
        return derivatives.terms.stream().allMatch(derivatives::isLocal)
                ? Optional.of(derivatives.blocks())
                : Optional.empty();
    }

    private boolean isLocal(Contribution term) {
        ArrayNode node = graph.node(term.from().array());
        if (!active[term.from().array()] || node instanceof Input) {
            return true;
        }
        return node instanceof ArrayNode.Map map
                && map.domain().equals(term.domain())
                && term.from().access().equals(Access.IDENTITY)
                && map.reads().stream()
                        .allMatch(read -> !active[read.array()] || graph.node(read.array()) instanceof Input);
    }

    private List<Block> blocks() {
        Map<Domain, List<Contribution>> byDomain = new LinkedHashMap<>();
        for (Contribution term : terms) {
            if (active[term.from().array()]) {
                byDomain.computeIfAbsent(term.domain(), domain -> new ArrayList<>())
                        .add(term);
            }
        }
        List<Block> blocks = new ArrayList<>();
        byDomain.forEach((domain, group) -> blocks.addAll(blocks(domain, group)));
        return blocks;
    }

    /** All terms over one domain in one piece of code: those that add to the same element are one sum. */
    private List<Block> blocks(Domain domain, List<Contribution> group) {
        BodyBuilder builder = new BodyBuilder(graph, domain);
        Map<Access, Integer> sums = new LinkedHashMap<>();
        for (Contribution term : group) {
            sums.merge(term.to(), place(builder, term), builder.code()::add);
        }
        List<Read> reads = builder.reads();
        List<Integer> places = new ArrayList<>();
        List<Access> elements = new ArrayList<>();
        List<Access> entries = new ArrayList<>();
        sums.forEach((element, place) -> {
            int[] partials = Gradient.of(builder.code(), place, reads.size());
            for (int slot = 0; slot < partials.length; slot++) {
                if (partials[slot] != Graph.ABSENT && active[reads.get(slot).array()]) {
                    places.add(partials[slot]);
                    elements.add(element);
                    entries.add(reads.get(slot).access());
                }
            }
        });
        List<Read> derivatives =
                builder.build(places.stream().mapToInt(place -> place).toArray());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            blocks.add(new Block(domain, derivatives.get(i), elements.get(i), entries.get(i)));
        }
        return blocks;
    }

    private int place(BodyBuilder builder, Contribution term) {
        int array = term.from().array();
        if (graph.node(array) instanceof ArrayNode.Map map) {
            return builder.include(map)[array - graph.first(array)];
        }
        return builder.read(term.from());
    }
}
