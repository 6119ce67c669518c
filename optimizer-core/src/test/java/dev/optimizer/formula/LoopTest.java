package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums, products and vectors over a range. */
class LoopTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        sum(i in 1..3, u[i]^2)                              | scalar
        prod(i in 1..n, u[i] - i)                           | scalar
        vector(i in 1..10, i/11)                            | vector of 10
        vector(i in 0..length(u), s)                        | vector of 4
        sum(i in 1..0, s)                                   | scalar
        sum(i in 1..0, u[100])                              | scalar
        sum(i in 1..2, sum(j in 1..3, A[i,j]))              | scalar
        sum(i in 1..3, sum(j in 1..i, Q[i,j]))              | scalar
        sum(i in 1..3, sum(j in i+1..3, u[j]))              | scalar
        sum(i in 1..3, sum(j in 1..i, u[i-j+1]))            | scalar
        sum(i in 1..5, sum(j in 3..i, u[i-2]))              | scalar
        sum(i in 1..3, u[4-i])                              | scalar
        sum(i in 1..2, dot(A[i,:], u))                      | scalar
        sum(i in 1..2, norm2(u[i:i+1]))                     | scalar
        vector(i in 1..2, sum(j in 1..3, A[i,j]*u[j]))      | vector of 2
        sum(i in 1..2, sum(vector(j in i..i+1, u[j])))      | scalar
        sum(i in 1..3, u[k[i]])                             | scalar
        sum(i in 1..1, sum(j in 1..3, u[i*j]))              | scalar
        sum(i in -1..1, u[i^2 + 1])                         | scalar
        sum(i in 1..3, i) + sum(i in 1..2, i)               | scalar
        sum(i in 1..2, if(i > 1, u[i], 0))                  | scalar
        vector(in in 1..2, in)                              | vector of 2
        vector(i in 1..3, i)[2]                             | scalar
        sum(k)                                              | scalar
        sum(i in 1..2, i*logdet(Q*sum(j in 1..2, u[j])))    | scalar
        sum(i in 1..3, u[(2*i + 4*i)/6])                    | scalar
        """)
    void isReadWithItsShape(String text, String shape) {
        assertThat(Shaped.shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        sum(i in 1..4, u[i])              | i        | the subscript runs from 1 to 4, outside 1..3
        sum(i in 1..3, u[i+1])            | i+1      | the subscript runs from 2 to 4, outside 1..3
        sum(i in 1..3, u[2-i])            | 2-i      | the subscript runs from -1 to 1, outside 1..3
        sum(i in 1..3, A[i,1])            | i        | the row runs from 1 to 3, outside 1..2
        sum(i in 1..3, sum(u[i:i+1]))     | i+1      | the subscript runs from 2 to 4, outside 1..3
        sum(i in 1..3, sum(j in 1..3, u[i+j])) | i+j | the subscript runs from 2 to 6, outside 1..3
        sum(i in 1..3, sum(j in 1..i, u[i+j])) | i+j | the subscript is 4 at i = 2, j = 2, outside 1..3
        sum(i in 1..2, u[3*i*i])          | 3*i*i    | the subscript is 12 at i = 2, outside 1..3
        sum(i in 1..3, w[k[i]])           | k[i]     | the subscript is 3 at i = 1, outside 1..2
        sum(i in 1..2, logdet(i*Q))       | i        | logdet cannot depend on the index 'i' of the loop around it; write the terms out one by one
        sum(i in 1..2, sum(inv(Q + u[i])*u)) | u[i]  | inv cannot depend on the index 'i' of the loop around it; write the terms out one by one
        sum(i in 1..2, sum(j in 1..2, logdet(Q[i:i+1,j:j+1]))) | Q[i:i+1,j:j+1] | logdet cannot depend on the index 'i' of the loop around it; write the terms out one by one
        sum(i in 1..2, logdet(Q*sum(j in i..2, s))) | sum(j in i..2, s) | logdet cannot depend on the index 'i' of the loop around it; write the terms out one by one
        sum(i in 1..2, logdet([Q[k[i],:], u, v])) | Q[k[i],:] | logdet cannot depend on the index 'i' of the loop around it; write the terms out one by one
        sum(i in 1..3, u[i/2])            | i/2      | a subscript must be a whole number, but this quotient is not always one
        sum(i in 1..3, u[1/i])            | i        | a subscript can be divided only by a constant other than 0
        sum(i in 1..3, sum(u[1:i]))       | 1:i      | the length of this slice must not depend on the index of a loop
        sum(i in 1..3, sum(vector(j in 1..i, j))) | 1..i | the length of this vector must not depend on the index of a loop
        vector(i in 3..2, i)              | 3..2     | this vector is empty: from 3 to 2
        vector(i in 1..1000000000, i)     | 1..1000000000 | a vector of 1000000000 elements is too large; at most 100000000
        sum(i in 1..1000000000, i)        | 1..1000000000 | this loop runs 1000000000 times in all; at most 100000000
        sum(i in 1..20000, sum(j in 1..20000, i)) | 1..20000 | this loop runs 400000000 times in all; at most 100000000
        sum(i in 1..20000, sum(j in 1..i, i))     | 1..i     | this loop may run more than 100000000 times in all
        sum(i in 1..9e15, prod(j in 1..2, i))     | 1..9e15  | this loop runs 9000000000000000 times in all; at most 100000000
        sum(i in 1..3, u)                 | u        | a loop takes a scalar for each index, but this is a vector of 3
        sum(s in 1..3, s)                 | s        | 's' is already a variable; choose another name
        sum(k in 1..3, k)                 | k        | 'k' is already data; choose another name
        sum(e in 1..3, e)                 | e        | 'e' is the constant 2.718281828459045; choose another name
        sum(sin in 1..3, 1)               | sin      | 'sin' is a function; choose another name
        sum(i in 1..2, sum(i in 1..2, i)) | i        | 'i' is already the index of a loop around this one; choose another name
        sum(i in 1..i, 1)                 | i        | unknown variable 'i'
        sum(i in 1..2, i) + i             | i        | 'i' is the index of a loop and known only inside it
        sum(i in 1..s, 1)                 | s        | a bound cannot depend on the variable 's'
        sum(i in 1..3, j in 1..3, i*j)    | j in     | a loop has one index; put a loop inside it: sum(i in ..., sum(j in ..., ...))
        prod(i in 1..3, u[i]*s in 1..2)   | s in     | a loop has one index; put a loop inside it: prod(i in ..., prod(s in ..., ...))
        sum(i in 1..2.5, 1)               | 2.5      | a bound must be a whole number, but this is 2.5
        sum(i in 1:3, i)                  | :        | a loop is written sum(i in 1..3, i^2)
        sum(i in 3, i)                    | ,        | a loop is written sum(i in 1..3, i^2)
        sum(i in 1..3..5, i)              | ..       | a loop is written sum(i in 1..3, i^2)
        prod(i in 1..3)                   | prod(i in 1..3) | a loop has an expression after its range: prod(i in 1..3, i^2)
        vector(i in 1..3, i, 2)           | ,        | a loop has one expression after its range: vector(i in 1..3, i^2)
        sum(i in 1..3, 1..2)              | ..       | '..' can stand only in the range of a loop, as in sum(i in 1..3, i)
        sum(i in 1..3, i > 1)             | >        | a comparison can stand only as the condition of if(condition, a, b)
        sum(i in )                        | )        | missing operand before ')'
        sum(i in                          | in       | missing operand after 'in'
        sum(i in 1..                      | ..       | missing operand after '..'
        sum(i in 1..3, i                  | (        | this '(' is not closed
        sum(i in 1..9e15*9e15, i)         | 9e15*9e15 | this whole number is too large
        """)
    void isRefusedWhereItIsWrong(String text, String wrong, String problem) {
        Shaped.assertRefused(text, wrong, problem);
    }

    @Test
    void keepsItsBoundsItsLevelAndItsBodyOnce() {
        var outer = (Expression.Loop)
                Shaped.parse("sum(i in 1..3, prod(j in i..2*i, i + j))").expression();
        var inner = (Expression.Loop) outer.body();

        assertThat(outer.level()).isZero();
        assertThat(inner.level()).isEqualTo(1);
        assertThat(inner.from().value(new long[] {3, 0})).isEqualTo(3);
        assertThat(inner.to().value(new long[] {3, 0})).isEqualTo(6);
        assertThat(inner.body().operands())
                .extracting(node -> ((Expression.LoopIndex) node).level())
                .containsExactly(0, 1);
    }

    /** Not a single body is copied, however long the range is. */
    @Test
    void isNotUnrolled() {
        Formula formula = Formula.builder()
                .variable("x", Shape.vector(10_000_000))
                .parse("sum(i in 1..length(x)-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)");

        assertThat(Expression.postOrder(formula.expression())).hasSize(19);
    }

    @Test
    void leavesANameFreeForVariablesOnlyBeforeItIsAnIndex() {
        assertThat(Formula.parse("sum(i in 1..2, i*x)").variables()).containsExactly("x");
        assertThatThrownBy(() -> Formula.parse("i + sum(i in 1..2, i)"))
                .hasMessageStartingWith("'i' is already a variable; choose another name\n");
        assertThatThrownBy(() -> Formula.parse("sum(i in 1..n, i)"))
                .hasMessageStartingWith(
                        "a bound cannot depend on the variable 'n'; give 'n' a value as a let or as data\n");
    }

    /** 14,000·14,001/2 is 98,007,000 and 14,200·14,201/2 is 100,827,100: full squares would both be too many. */
    @Test
    void countsRaggedLoopsExactlyNearTheLimit() {
        assertThat(Formula.parse("s*sum(i in 1..14000, sum(j in 1..i, j))").variables())
                .isEqualTo(List.of("s"));
        assertThatThrownBy(() -> Formula.parse("s*sum(i in 1..14200, sum(j in 1..i, j))"))
                .hasMessageStartingWith("this loop may run more than 100000000 times in all\n");
    }

    @Test
    void refusesASubscriptThatWouldTakeTooLongToCheck() {
        String text = "sum(i in 1..9000, sum(j in 1..9000, x[i*j - i*j*i + j*i*i]))";

        // Cancels to i*j: its bounds are those of the corners.
        assertThat(Formula.builder()
                        .variable("x", Shape.vector(81_000_000))
                        .parse(text)
                        .shape())
                .isEqualTo(Shape.scalar());
        assertThatThrownBy(() -> Formula.builder()
                        .variable("x", Shape.vector(81_000_000))
                        .parse("sum(i in 1..9000, sum(j in 1..9000, x[i*j - i + 1]))"))
                .hasMessageStartingWith("this subscript may run from -8998 to 81000000, outside 1..81000000, and takes"
                        + " too long to check; write it more simply\n");
    }

    @Test
    void isNotNestedDeeperThanTwentyLevels() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            text.append("sum(i").append(i).append(" in 1..1, ");
        }
        assertThatThrownBy(() -> Formula.parse(text + "x" + ")".repeat(21)))
                .hasMessageStartingWith("loops are nested deeper than 20 levels\n");
    }
}
