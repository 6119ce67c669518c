package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of every shape: the shape of the result, or the refusal. */
class FunctionShapeTest {
    private static final List<String> NAMES = List.of("s", "u", "w", "r", "A", "B", "Q");

    /** For each of the names the shape of the function's value, or a dash for a refusal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EXP EXPM1 LOG LOG1P SQRT SIN COS TAN ASIN ACOS ATAN SINH COSH TANH SIGMOID SOFTPLUS ABS | s u w r A B Q
        SUM PROD NORM1 NORM2 MAX MIN | - s s s s s s
        LOGSUMEXP LENGTH             | - s s - - - -
        SOFTMAX                      | - u w - - - -
        TRACE LOGDET                 | - - - - - - s
        INV                          | - - - - - - Q
        ROWS COLUMNS                 | - - - s s s s
        """)
    void givesTheShapeOfTheTableOrRefuses(String functions, String shapes) {
        for (String function : functions.split(" +")) {
            for (int i = 0; i < NAMES.size(); i++) {
                check(Function.valueOf(function), NAMES.get(i), shapes.split(" +")[i]);
            }
        }
    }

    private static void check(Function function, String argument, String expected) {
        String text = function.text() + "(" + argument + ")";
        if (!expected.equals("-")) {
            assertThat(Shaped.shape(text)).as(text).isEqualTo(Shaped.shape(expected));
            return;
        }
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> Shaped.parse(text));
        assertThat(error).as("%s must be refused", text).isNotNull();
        assertThat(text.substring(error.start(), error.end())).isEqualTo(argument);
        assertThat(error.problem())
                .startsWith(function.text() + " needs ")
                .endsWith(", but this is " + Shaped.parse(argument).shape().inWords());
    }

    /** All pairs of shapes for the functions of two arguments: equal shapes, or a scalar with anything. */
    static Stream<Arguments> pairs() {
        return NAMES.stream().flatMap(left -> NAMES.stream().map(right -> Arguments.of(left, right)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void worksElementByElementOnEqualShapesAndScalars(String left, String right) {
        boolean fits = left.equals(right) || left.equals("s") || right.equals("s");
        for (String function : List.of("pow", "max", "min")) {
            String text = function + "(" + left + ", " + right + ")";
            if (fits) {
                assertThat(Shaped.shape(text)).as(text).isEqualTo(Shaped.shape(left.equals("s") ? right : left));
            } else {
                Shaped.assertRefused(
                        text,
                        right,
                        function + " works element by element and needs equal shapes: this is "
                                + Shaped.parse(right).shape().inWords() + ", the one before "
                                + Shaped.parse(left).shape().inWords());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void takesTheDotProductOfVectorsOfOneLength(String left, String right) {
        String text = "dot(" + left + ", " + right + ")";
        if (left.equals(right) && (left.equals("u") || left.equals("w"))) {
            assertThat(Shaped.shape(text)).isEqualTo("scalar");
        } else {
            assertThat(catchThrowableOfType(FormulaException.class, () -> Shaped.parse(text)))
                    .as(text)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        1 + dot(u, w)      | dot(u, w) | dot needs two vectors of the same length, not a vector of 3 and a vector of 2
        dot(u, Q)          | Q         | dot needs two vectors, but this is a 3×3 matrix
        dot(u', v)         | u'        | dot needs two vectors, but this is a row of 3
        dot(u)             | dot(u)    | dot takes 2 arguments, 1 given
        max(s)             | s         | max needs a vector, a matrix, or at least 2 arguments, but this is a scalar
        max(s, u, 1, A)    | A         | max works element by element and needs equal shapes: this is a 2×3 matrix, the one before a vector of 3
        inv(A)             | A         | inv needs a square matrix, but this is a 2×3 matrix
        logdet((A))        | A         | logdet needs a square matrix, but this is a 2×3 matrix
        sum(u, v)          | sum(u, v) | sum takes 1 argument, 2 given
        softmax(A)         | A         | softmax needs a vector, but this is a 2×3 matrix
        length(A)          | A         | length needs a vector, but this is a 2×3 matrix
        rows(u)            | u         | rows needs a matrix, but this is a vector of 3
        if(u > 0, 1, 2)    | u         | if compares scalars, but this is a vector of 3
        if(s > A, 1, 2)    | A         | if compares scalars, but this is a 2×3 matrix
        if(s > 0, u, 1)    | 1         | the two results of if need the same shape, not a vector of 3 or a scalar
        """)
    void saysWhatIsNeededAndWhatIsGiven(String text, String wrong, String problem) {
        Shaped.assertRefused(text, wrong, problem);
    }

    @ParameterizedTest
    @CsvSource({"length(u), 3", "rows(A), 2", "columns(A), 3", "rows(A*B), 2", "columns(u'), 3"})
    void knowsSizesAsNumbers(String text, double size) {
        Expression expression = Shaped.parse(text).expression();

        assertThat(expression)
                .isInstanceOfSatisfying(
                        Expression.Number.class,
                        number -> assertThat(number.value()).isEqualTo(size));
        assertThat(text.substring(expression.start(), expression.end())).isEqualTo(text);
    }
}
