package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optimizer.formula.Expression.Operator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operator between any two shapes: the shape of the result, or the refusal. */
class OperatorShapeTest {
    private static final List<String> NAMES = List.of("s", "u", "w", "r", "A", "B", "Q");

    /** Rows are the left operands, columns the right ones; a name stands for its shape, a dash for a refusal. */
    private static final Map<String, String> TABLES = Map.of("element by element", """
                s u w r A B Q
                u u - - - - -
                w - w - - - -
                r - - r - - -
                A - - - A - -
                B - - - - B -
                Q - - - - - Q
                """, "*", """
                s u w   r A   B   Q
                u - -   Q -   -   -
                w - -   A -   -   -
                r s -   - -   w'  r
                A w -   - -   2×2 A
                B - u   - Q   -   -
                Q u -   - -   B   Q
                """, "/", """
                s u w r A B Q
                u - - - - - -
                w - - - - - -
                r - - - - - -
                A - - - - - -
                B - - - - - -
                Q - - - - - -
                """, "^", """
                s - - - - - -
                - - - - - - -
                - - - - - - -
                - - - - - - -
                - - - - - - -
                - - - - - - -
                - - - - - - -
                """);

    @ParameterizedTest
    @ValueSource(strings = {"+", "-", "*", "/", "^", ".*", "./", ".^"})
    void givesTheShapeOfTheTableOrRefuses(String sign) {
        List<List<String>> table = TABLES.getOrDefault(sign, TABLES.get("element by element"))
                .lines()
                .map(line -> List.of(line.trim().split(" +")))
                .toList();

        for (int i = 0; i < NAMES.size(); i++) {
            for (int j = 0; j < NAMES.size(); j++) {
                check(NAMES.get(i), sign, NAMES.get(j), table.get(i).get(j));
            }
        }
    }

    private static void check(String left, String sign, String right, String expected) {
        String inner = left + " " + sign + " " + right;
        String text = "s - sum(-(" + inner + "))";
        if (!expected.equals("-")) {
            assertThat(Shaped.parse(inner).shape()).as(inner).isEqualTo(shape(expected));
            return;
        }
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> Shaped.parse(text));
        assertThat(error).as("%s must be refused", text).isNotNull();
        assertThat(text.substring(error.start(), error.end())).isEqualTo(sign);
        assertThat(error.problem()).contains(shape(left).inWords(), shape(right).inWords());
    }

    private static Shape shape(String name) {
        return name.contains("×")
                ? Shape.matrix(name.charAt(0) - '0', name.charAt(2) - '0')
                : Shaped.parse(name).shape();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        u + A    | +  | cannot add a vector of 3 and a 2×3 matrix
        u - w    | -  | cannot subtract a vector of 2 from a vector of 3
        A * w    | *  | '*' needs as many columns on its left as rows on its right: left is a 2×3 matrix, right is a vector of 2
        A * A    | *  | '*' needs as many columns on its left as rows on its right: left is a 2×3 matrix, right is a 2×3 matrix; element by element is .*
        u * v    | *  | '*' cannot multiply a vector of 3 by a vector of 3; write dot(u, v) or u'*v, or u.*v for element by element
        u / v    | /  | cannot divide a vector of 3 by a vector of 3; element by element is ./
        u / Q    | /  | cannot divide a vector of 3 by a 3×3 matrix; multiply by inv(...) instead
        u / A    | /  | cannot divide a vector of 3 by a 2×3 matrix; ./ divides arrays of equal shapes
        u^2      | ^  | cannot raise a vector of 3 to a scalar; element by element is .^
        Q^2      | ^  | cannot raise a 3×3 matrix to a scalar; element by element is .^, and a power of a matrix A*A
        2^u      | ^  | cannot raise a scalar to a vector of 3; element by element is .^
        u .* w   | .* | '.*' needs equal shapes or a scalar: left is a vector of 3, right is a vector of 2
        A ./ B   | ./ | './' needs equal shapes or a scalar: left is a 2×3 matrix, right is a 3×2 matrix
        u .^ Q   | .^ | '.^' needs equal shapes or a scalar: left is a vector of 3, right is a 3×3 matrix
        """)
    void saysWhatDoesNotFitAndWhatWould(String text, String sign, String problem) {
        Shaped.assertRefused(text, sign, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        s' | scalar
        u' | row of 3
        u'' | vector of 3
        r' | vector of 3
        A' | 3×2 matrix
        A'' | 2×3 matrix
        u'*v | scalar
        u'*Q*v | scalar
        u*v' | 3×3 matrix
        B*A | 3×3 matrix
        A'*A | 3×3 matrix
        (A*u)' | row of 2
        -A' | 3×2 matrix
        2*u'.^2 | row of 3
        r*Q | row of 3
        [u]*v | vector of 1
        [u]' | 3×1 matrix
        [u]*[v]' | 1×1 matrix
        [u]*Q | 1×3 matrix
        w*[u] | 2×3 matrix
        Q[:,1:1]*[s] | vector of 3
        u' + [v] | 1×3 matrix
        max([u], v') | 1×3 matrix
        if(s > 0, u, -v) | vector of 3
        """)
    void infersTheShapesOfWholeFormulas(String text, String shape) {
        assertThat(Shaped.shape(text)).isEqualTo(shape);
    }

    @Test
    void tellsTheMatrixProductFromTheProductElementByElement() {
        assertThat(Stream.of("s*s", "s*u", "A*s", "u.*v", "A*u", "u'*v", "u*v'")
                        .map(text -> ((Expression.Binary) Shaped.parse(text).expression()).operator()))
                .containsExactly(
                        Operator.MULTIPLY,
                        Operator.MULTIPLY,
                        Operator.MULTIPLY,
                        Operator.MULTIPLY,
                        Operator.MATRIX_MULTIPLY,
                        Operator.MATRIX_MULTIPLY,
                        Operator.MATRIX_MULTIPLY);
    }

    /** Otherwise a row of quotes would be a tree as deep as it is long. */
    @Test
    void cancelsTransposesInPairs() {
        Expression odd = Shaped.parse("A" + "'".repeat(100_001)).expression();
        Expression even = Shaped.parse("A" + "'".repeat(100_000)).expression();

        assertThat(Expression.postOrder(odd)).hasSize(2);
        assertThat(Expression.postOrder(even)).hasSize(1);
    }

    /** How many rows some data have must not decide what may be done with them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "norm2(C*x)",
                "sum(C*x)",
                "(C*x)[1]",
                "max(C*x - d)",
                "trace(C*C')",
                "logdet(C*C')",
                "(C*C')[1,1]",
                "C'[2,1]",
                "sum(C'*d)",
                "d'*C*x",
                "(C*x)'*(C*x)",
                "(C'*C)[2,1]",
                "sum(softmax(C*x))",
                "dot(C*x, d)",
                "sum([C*x, d])",
                "x'*C'*d",
                "(d*x')[1,2]",
                "length(C*x)",
                "rows(C')",
                "norm2(inv(C*C')*d)"
            })
    void takesOneRowLikeTwo(String text) {
        for (int rows = 1; rows <= 2; rows++) {
            Formula formula = Formula.builder()
                    .variable("x", Shape.vector(3))
                    .variable("C", Shape.matrix(rows, 3))
                    .variable("d", Shape.vector(rows))
                    .parse(text);
            assertThat(formula.shape()).as("%s with %d rows", text, rows).isEqualTo(Shape.scalar());
        }
    }

    @Test
    void tellsHowToMakeAnObjectiveOfOneEntry() {
        assertThat(catchThrowableOfType(
                                FormulaException.class,
                                () -> Shaped.parse("[u]*v").requireScalar())
                        .problem())
                .isEqualTo("the objective must be a scalar, but this is a vector of 1; its one entry is a scalar:"
                        + " (...)[1]");
        assertThat(catchThrowableOfType(
                                FormulaException.class,
                                () -> Shaped.parse("[u]*[v]'").requireScalar())
                        .problem())
                .endsWith("this is a 1×1 matrix; its one entry is a scalar: (...)[1,1]");
    }

    @Test
    void refusesAProductWithTooManyEntries() {
        Formula.Builder builder = Formula.builder().variable("x", Shape.vector(100_000));
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> builder.parse("sum(x*x')"));

        assertThat(error.problem())
                .isEqualTo("a 100000×100000 matrix has 10000000000 elements, which is too many; at most 100000000");
        assertThat(error.start()).isEqualTo(5);
    }
}
