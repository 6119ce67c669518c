package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.array.ArrayGradient;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayTangents;
import dev.optimizer.autodiff.lowering.Lowering;
import dev.optimizer.autodiff.scalar.Operation;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products, inverses, determinants and recurrences in a branch that is not taken have no say in derivatives. */
class UntakenBranchTest {
    private static final double[][] TWICE_THE_IDENTITY = {{2, 0}, {0, 2}};

    /** The branch taken is the sum of squares everywhere. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        if(min(x)>0, prod(log(x)), sum(x.^2))                                   | -1 0.5
        if(x[1]>0, prod(log(x)), sum(x.^2))                                     | -1 0
        if(x[1]>0, prod(log(x)), sum(x.^2))                                     | -1 2
        if(x[1]>0, x[1]*prod(i in 1..2, log(x[i])), sum(x.^2))                  | -1 2
        if(x[1]>0, sum(j in 1..2, prod(i in 1..j, log(x[i]))), sum(x.^2))       | -1 0
        if(x[1]>0, x[2]*prod(i in 1..9, log(x[1])*x[2]), sum(x.^2))             | -1 2
        if(x[1]>0, sum(j in 1..2, prod(i in 1..9, log(x[j])/i)), sum(x.^2))     | -1 0
        if(x[1]>0, logdet(x*x'), sum(x.^2))                                     | -1 2
        if(x[1]*x[2]>1, logdet([[x[1],1],[1,x[2]]]), sum(x.^2))                 | 1 1
        if(x[1]*x[2]>1, inv([[x[1],1],[1,x[2]]])[1,1], sum(x.^2))               | 1 1
        if(x[1]*x[2]>1, sum(inv([[x[1],1],[1,x[2]]]')), sum(x.^2))              | 1 1
        if(x[1]>0, log(x)'*[[1,2],[3,4]]*log(x), sum(x.^2))                     | -1 0
        if(x[1]>0, sum([[1,2],[3,4]]*log(x)), sum(x.^2))                        | -1 0
        if(x[1]>0, sum([[x[1],x[2]],[1,log(x[1])]]*log(x)), sum(x.^2))          | -1 0
        if(x[1]>0, sum([[x[1],x[2]],[1,log(x[1])]]'*log(x)), sum(x.^2))         | -1 0
        if(x[1]>0, sum((log(x)*[1,2]')*[[x[1],1],[log(x[1]),2]]'), sum(x.^2))   | -1 0
        """)
    void leavesDerivativesToTheOther(String text, String point) {
        Probe probe = Probe.of(Formula.builder().variable("x", Shape.vector(2)).parse(text));
        double[] x = numbers(point);

        assertThat(plus0(probe.gradient(x))).containsExactly(2 * x[0], 2 * x[1]);
        assertThat(plus0(probe.hessian(x))).isDeepEqualTo(TWICE_THE_IDENTITY);
        assertThat(plus0(probe.hessianVector(x, new double[] {1, -3}))).containsExactly(2, -6);
    }

    @Test
    void matricesOfTheOtherBranchHaveNoSlope() {
        Probe probe = Probe.of(Formula.builder()
                .variable("M", Shape.matrix(2, 2))
                .variable("x", Shape.vector(2))
                .parse("if(x[1]>0, sum(M*log(x)), sum(x.^2))"));

        assertThat(plus0(probe.gradient(1, 1, 1, 1, -1, 0.5))).containsExactly(0, 0, 0, 0, -2, 1);
        assertThat(plus0(probe.hessianVector(new double[] {1, 1, 1, 1, -1, 0}, new double[] {1, 1, 1, 1, 1, 1})))
                .containsExactly(0, 0, 0, 0, 2, 2);
    }

    /** Each row of the product is used under a condition of its own, and the numbers in the others are NaN. */
    @Test
    void rowsOfAProductCountOneByOne() {
        Probe probe = Probe.of(Formula.builder()
                .variable("y", Shape.vector(2))
                .variable("Z", Shape.matrix(2, 2))
                .let("L", "[[log(y[1]), y[1]], [log(y[2]), y[2]]]")
                .let("P", "L*Z")
                .parse("sum(i in 1..2, if(y[i] > 0, P[i,1], y[i]))"));

        double[] at = {1, -1, 3, 5, 7, 11};
        assertThat(plus0(probe.gradient(at))).containsExactly(3 + 7, 1, 0, 0, 1, 0);
        assertThat(plus0(probe.hessian(at))).isDeepEqualTo(new double[][] {
            {-3, 0, 1, 0, 1, 0},
            {0, 0, 0, 0, 0, 0},
            {1, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0},
            {1, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0}
        });
    }

    @Test
    void segmentsOfARecurrenceCountOneByOne() {
        Probe probe = Probe.of(Formula.builder()
                .variable("y", Shape.vector(3))
                .parse("sum(i in 1..3, if(y[i] > 0, prod(j in 1..i, log(y[i])), y[i]^2))"));

        double log = StrictMath.log(2);
        assertThat(plus0(probe.gradient(1, 2, -1))).containsExactly(1, log, -2);
        assertThat(plus0(probe.hessian(1, 2, 0))).isDeepEqualTo(new double[][] {
            {-1, 0, 0}, {0, 2 * 0.5 * 0.5 - log / 2, 0}, {0, 0, 2}
        });
    }

    /** Where no branch is in play but nobody reads what is made: its slope is no slope of the value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [logdet(M), s][2]              | 0 0 0 0 1
        [inv(M)[1,1], s][2]            | 0 0 0 0 1
        [prod(log(M[1:2,1] - 1)), s][2]| 0 0 0 0 1
        [prod(i in 1..9, log(M[1,1] - i)), s][2] | 0 0 0 0 1
        [sum((1/(M-1))*M[1:2,2]), s][2]| 0 0 0 0 1
        """)
    void entriesThatNobodyUsesHaveNone(String text, String gradient) {
        Probe probe = Probe.of(Formula.builder()
                .variable("M", Shape.matrix(2, 2))
                .variable("s", Shape.scalar())
                .parse(text));

        assertThat(plus0(probe.gradient(1, 1, 1, 1, 3))).containsExactly(numbers(gradient));
        assertThat(plus0(probe.hessianVector(new double[] {1, 1, 1, 1, 3}, new double[] {1, 2, 3, 4, 5})))
                .containsExactly(0, 0, 0, 0, 0);
    }

    /** What branches cost is paid by them alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod(v) + sum(i in 1..9, prod(j in 1..i, v[i]*v[j]))",
                "sum(Q*Q'*v) + v'*Q*v",
                "logdet(Q + Q') + inv(Q)[1,1] + trace(inv(Q*Q))",
                "sum((D*v)[2:8].^2) + sum(i in 1..8, (v[i+1] - v[i])^2)"
            })
    void formulasWithoutBranchesCarryNoConditions(String text) {
        ArrayGraph graph = new ArrayGraph();
        int value = Lowering.lower(
                Formula.builder()
                        .variable("v", Shape.vector(9))
                        .variable("Q", Shape.matrix(9, 9))
                        .data("D", new Data(Shape.matrix(9, 9), new double[81]))
                        .parse(text),
                graph);
        int gradient = ArrayGradient.of(graph, value, graph.constant(1));
        boolean[] needed = graph.needed(ArrayTangents.along(graph, gradient), gradient);

        for (int array = 0; array < needed.length; array++) {
            if (needed[array] && graph.node(array) instanceof ArrayNode.Map map) {
                Program code = map.body().program();
                for (int i = 0; i < code.instructionCount(); i++) {
                    assertThat(code.operation(i)).isNotIn(Operation.SELECT, Operation.NOT, Operation.EQUAL);
                }
            }
        }
    }

    /** A derivative that is zero may have either sign: adding 0 makes it positive. */
    private static double[] plus0(double[] values) {
        return DoubleStream.of(values).map(value -> value + 0.0).toArray();
    }

    private static double[][] plus0(double[][] rows) {
        return Stream.of(rows).map(UntakenBranchTest::plus0).toArray(double[][]::new);
    }

    private static double[] numbers(String list) {
        return Stream.of(list.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
