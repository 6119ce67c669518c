package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries and slices: what shape they have, and that none ever lies outside its array. */
class SubscriptTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        u[1]             | scalar
        u[n]             | scalar
        u[1:2]           | vector of 2
        u[2:2]           | vector of 1
        u[:]             | vector of 3
        u[1:length(u)-1] | vector of 2
        A[2,3]           | scalar
        A[2,:]           | vector of 3
        A[:,1]           | vector of 2
        A[:,:]           | 2×3 matrix
        A[1:2,2:3]       | 2×2 matrix
        A[1:1,2:3]       | 1×2 matrix
        A[1,2:3]         | vector of 2
        A[rows(A),columns(A)] | scalar
        (u + v)[2]       | scalar
        (Q*u)[1:2][2]    | scalar
        u'[1,3]          | scalar
        A'[3,2]          | scalar
        A[1,:]'          | row of 3
        -u[1]^2          | scalar
        u[2*3/2]         | scalar
        u[-1 + 2^2]      | scalar
        u[6/2]           | scalar
        u[k[1]]          | scalar
        u[far[1]]        | scalar
        A[k[2],:]        | vector of 3
        [1, 2, 3][2]     | scalar
        u[1e0]           | scalar
        """)
    void givesTheShapeOfWhatIsTaken(String text, String shape) {
        assertThat(Shaped.shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        u[0]         | 0      | subscript 0 lies outside 1..3
        u[4]         | 4      | subscript 4 lies outside 1..3
        u[-1]        | -1     | subscript -1 lies outside 1..3
        u[n+1]       | n+1    | subscript 4 lies outside 1..3
        A[3,1]       | 3      | row 3 lies outside 1..2
        A[1,4]       | 4      | column 4 lies outside 1..3
        u[2:4]       | 4      | subscript 4 lies outside 1..3
        A[0:1,:]     | 0      | row 0 lies outside 1..2
        u[3:2]       | 3:2    | this slice is empty: from 3 to 2
        u[1:3][3:4]  | 4      | subscript 4 lies outside 1..3
        s[1]         | s      | this is a scalar, which has no entries
        (s + 1)[1]   | (s + 1) | this is a scalar, which has no entries
        3[1]         | 3      | this is a scalar, which has no entries
        u[1,2]       | [1,2]  | a vector of 3 takes one subscript
        A[1,2,3]     | [1,2,3] | a 2×3 matrix takes two subscripts
        A[1,2,:]     | [1,2,:] | a 2×3 matrix takes two subscripts
        A[1]         | [1]    | a 2×3 matrix takes two subscripts; a whole row is written A[1,:]
        u[1.5]       | 1.5    | a subscript must be a whole number, but this is 1.5
        u[pi]        | pi     | a subscript must be a whole number, but this is 3.141592653589793
        u[half]      | half   | a subscript must be a whole number, but 'half' is 0.5
        u[1/2]       | 1/2    | a subscript must be a whole number, but this quotient is not always one
        u[2/0]       | 0      | a subscript can be divided only by a constant other than 0
        u[2^0.5]     | 0.5    | a subscript must be a whole number, but this is 0.5
        u[2^-1]      | -1     | in a subscript an exponent must be a constant from 0 to 64
        u[s]         | s      | a subscript cannot depend on the variable 's'
        u[2 + u[1]]  | u      | a subscript cannot depend on the variable 'u'
        u[sin(1)]    | sin(1) | a subscript must be made of whole numbers, loop indices, and + - * /
        u[w]         | w      | a subscript must be a whole number, but this is a vector of 2
        u[k]         | k      | a subscript must be a whole number, but this is a vector of 3
        u[far[2]]    | far[2] | the subscript is 4, outside 1..3
        u[obs.t[1]]  | obs.t[1] | a subscript must be a whole number, but not all numbers of 'obs.t' are
        u[k[1]+1]    | k[1]   | a number that is read from data can only be a subscript, without arithmetic
        u[k[1]:3]    | k[1]   | a number that is read from data can only be a subscript, without arithmetic
        u[k[4]]      | 4      | subscript 4 lies outside 1..3
        u[1:2:3]     | :      | a slice has two bounds, as in x[1:3]
        u[:3]        | :      | ':' alone stands for all; a slice has two bounds, as in x[1:2]
        u[1:]        | :      | a slice has two bounds, as in x[1:2]; the last index is length(x), rows(A) or columns(A)
        A[1:,2]      | :      | a slice has two bounds, as in x[1:2]; the last index is length(x), rows(A) or columns(A)
        u[1::2]      | :      | missing operand before ':'
        u[]          | ]      | missing operand before ']'
        u[1          | [      | this '[' is not closed
        u[1)         | )      | this ')' closes the '[' before it
        u[1..2]      | ..     | '..' can stand only in the range of a loop, as in sum(i in 1..3, i)
        u[1 > 0]     | >      | a comparison can stand only as the condition of if(condition, a, b)
        [1, :]       | :      | missing operand before ':'
        u[1e300]     | 1e300  | this whole number is too large
        u[15e-1]     | 15e-1  | a subscript must be a whole number, but this is 15e-1
        u[9^64]      | 9^64   | this whole number is too large
        u[9e15*9e15] | 9e15*9e15 | this whole number is too large
        """)
    void refusesWhatIsNoEntry(String text, String wrong, String problem) {
        Shaped.assertRefused(text, wrong, problem);
    }

    @Test
    void numbersRowsAndColumnsFromOne() {
        var selection = (Expression.Selection) Shaped.parse("A[2,2:3]").expression();

        assertThat(selection.rows().from().value(new long[0])).isEqualTo(2);
        assertThat(selection.rows().length()).isEqualTo(1);
        assertThat(selection.columns().from().value(new long[0])).isEqualTo(2);
        assertThat(selection.columns().length()).isEqualTo(2);
    }

    @Test
    void readsASubscriptFromData() {
        var selection = (Expression.Selection) Shaped.parse("A[k[2],1]").expression();

        assertThat(selection.rows().from()).isInstanceOf(Lookup.class);
        assertThat(selection.rows().from().value(new long[0])).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "2*n - 3", "(n + 3)/2", "length(v)", "n^2/n^2 + 2"})
    void usesALetThatIsAWholeConstant(String last) {
        Formula.Builder builder =
                Formula.builder().variable("v", Shape.vector(3)).let("n", "3").let("last", last);

        assertThat(builder.parse("v[last]").shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void refusesALetThatIsNot() {
        Formula.Builder builder =
                Formula.builder().variable("v", Shape.vector(3)).let("t", "2*v[1]");
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> builder.parse("v[t]"));

        assertThat(error.problem())
                .isEqualTo("a subscript must be a whole number, but the let 't' is no such constant");
    }
}
