package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors and matrices written entry by entry. */
class LiteralTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        [1, 2, 3]            | vector of 3
        [s]                  | vector of 1
        [[s]]                | 1×1 matrix
        [[1, s], [3, 4]]     | 2×2 matrix
        [[1, 2, 3]]          | 1×3 matrix
        [u, v]               | 2×3 matrix
        [A[1,:], u, [1,2,3]] | 3×3 matrix
        [-s, s^2, sum(u)]    | vector of 3
        [1, 2]'              | row of 2
        [10*(s - 1), 1 - s]  | vector of 2
        """)
    void hasTheShapeOfItsEntries(String text, String shape) {
        assertThat(Shaped.shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        [[1, 2], [3]]   | [3] | the rows of a matrix need equal lengths: row 1 has 2 entries, row 2 has 1
        [u, w]          | w   | the rows of a matrix need equal lengths: row 1 has 3 entries, row 2 has 2
        [1, u]          | u   | the entries of [...] need equal shapes: entry 1 is a scalar, entry 2 is a vector of 3
        [u, v, 2]       | 2   | the entries of [...] need equal shapes: entry 1 is a vector of 3, entry 3 is a scalar
        [A]             | A   | the entries of [...] are scalars, or vectors as rows; this is a 2×3 matrix
        [[[1]]]         | [[1]] | the entries of [...] are scalars, or vectors as rows; this is a 1×1 matrix
        [1,]            | ]   | missing operand before ']'
        [1, 2)          | )   | this ')' closes the '[' before it
        [1:2]           | :   | ':' can stand only in subscripts, as in x[1:3]
        """)
    void refusesEntriesThatFormNoArray(String text, String wrong, String problem) {
        Shaped.assertRefused(text, wrong, problem);
    }

    @Test
    void holdsItsEntriesRowByRow() {
        var matrix = (Expression.ArrayLiteral) Shaped.parse("[[1, 2], [3, 4]]").expression();

        assertThat(matrix.entries()).hasSize(2).allMatch(row -> row instanceof Expression.ArrayLiteral);
        assertThat(Expression.postOrder(matrix).stream()
                        .filter(Expression.Number.class::isInstance)
                        .map(node -> ((Expression.Number) node).value()))
                .containsExactly(1.0, 2.0, 3.0, 4.0);
    }
}
