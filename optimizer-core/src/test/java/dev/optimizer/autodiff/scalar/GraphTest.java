package dev.optimizer.autodiff.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.formula.Formula;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphTest {
    @ParameterizedTest
    @CsvSource({
        "x*1, x",
        "1*x, x",
        "x/1, x",
        "x^1, x",
        "-(-x), x",
        "-(2*x), (-2)*x",
        "-(0*x), (-(0))*x",
        "x^(3-2), x",
        "'pow(x, 2)', x^2",
        "x^(1+1), x^2",
        "x^0, 1",
        "2*3 + x, 6 + x",
        "sin(0)*x, 0*x"
    })
    void simplifiesWhatChangesNoBit(String text, String simpler) {
        Graph graph = new Graph();

        assertThat(lower(text, graph)).isEqualTo(lower(simpler, graph));
    }

    @Test
    void simplifiesConditions() {
        Graph graph = new Graph();
        int x = graph.input(0);

        assertThat(lower("if(1 > 0, x, y)", graph)).isEqualTo(x);
        assertThat(lower("if(x > y, x, x)", graph)).isEqualTo(x);
        assertThat(lower("if(x > y, x, 1)", graph)).isEqualTo(lower("if(y < x, x, 1)", graph));
        int condition = graph.binary(Operation.LESS, x, graph.input(1));
        assertThat(graph.isConstant(graph.or(condition, graph.not(condition)), 1))
                .isTrue();
        assertThat(graph.and(condition, condition)).isEqualTo(condition);
        assertThat(graph.not(graph.not(condition))).isEqualTo(condition);
    }

    /** x may be infinite, NaN or −0, and the order of operands decides how a sum is rounded. */
    @ParameterizedTest
    @CsvSource({"x*0, 0", "x + 0, x", "x - x, 0", "x/x, 1", "x + y, y + x", "(x + y) + 1, x + (y + 1)"})
    void keepsWhatCouldChangeABit(String text, String tempting) {
        Graph graph = new Graph();

        assertThat(lower(text, graph)).isNotEqualTo(lower(tempting, graph));
    }

    @Test
    void keepsEqualSubexpressionsOnce() {
        Graph graph = new Graph();
        lower("sin(x*y) + sin(x*y)*cos(x*y)", graph);

        assertThat(IntStream.range(0, graph.size()).mapToObj(i -> graph.node(i).operation()))
                .containsExactly(
                        Operation.INPUT,
                        Operation.INPUT,
                        Operation.MULTIPLY,
                        Operation.SIN,
                        Operation.COS,
                        Operation.MULTIPLY,
                        Operation.ADD);
    }

    @Test
    void tellsZeroFromMinusZero() {
        Graph graph = new Graph();

        assertThat(graph.constant(0.0)).isNotEqualTo(graph.constant(-0.0));
        assertThat(graph.constant(Double.NaN)).isEqualTo(graph.constant(Double.NaN));
    }

    @Test
    void leavesOutDerivativesThatAreZeroEverywhere() {
        Graph graph = new Graph();
        int[] gradient = Gradient.of(graph, lower("x^2 + if(y > 0, 1, 2)", graph), 3);

        assertThat(gradient[0]).isNotEqualTo(Graph.ABSENT);
        assertThat(gradient[1]).isEqualTo(Graph.ABSENT);
        assertThat(gradient[2]).isEqualTo(Graph.ABSENT);
        assertThat(Tangents.along(graph, gradient, input -> input == 1 ? graph.constant(1) : Graph.ABSENT))
                .containsOnly(Graph.ABSENT);
    }

    private static int lower(String text, Graph graph) {
        ArrayGraph arrays = new ArrayGraph();
        Formula formula = Formula.builder().variable("x").variable("y").parse(text);
        ArrayNode node = arrays.node(Lowering.lower(formula, arrays));
        if (node instanceof ArrayNode.Constant constant) {
            return graph.constant(constant.value());
        }
        ArrayNode.Map map = (ArrayNode.Map) node;
        int[] inputs = map.reads().stream()
                .mapToInt(read -> graph.input(((Access.Affine) read.access()).base()))
                .toArray();
        return map.body().addTo(graph, inputs)[0];
    }
}
