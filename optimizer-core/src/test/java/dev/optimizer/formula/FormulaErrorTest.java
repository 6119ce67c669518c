package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way a formula can be wrong: the sentence, and the characters it points at. */
class FormulaErrorTest {
    /** The place is written as the wrong characters between start and end, so that a reader can check it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        1 + sine(x)      | 4  | sine    | unknown function 'sine'; did you mean 'sin'?
        ln(x)            | 0  | ln      | unknown function 'ln'; did you mean 'log'?
        log10(x)         | 0  | log10   | unknown function 'log10'; write log(x)/log(10)
        1 + Sign(x)      | 4  | Sign    | unknown function 'Sign'; write if(x > 0, 1, if(x < 0, -1, 0))
        arctan(x)        | 0  | arctan  | unknown function 'arctan'; did you mean 'atan'?
        transpose(x)     | 0  | transpose | unknown function 'transpose'; write A'
        frobnicate(x)    | 0  | frobnicate | unknown function 'frobnicate'
        x + x(2)         | 4  | x       | 'x' is not a function; to multiply, write x*(
        pi(2)            | 0  | pi      | 'pi' is not a function; to multiply, write pi*(
        1+sin(x, y)      | 2  | sin(x, y) | sin takes 1 argument, 2 given
        sin()            | 0  | sin()   | sin takes 1 argument, 0 given
        pow(x)           | 0  | pow(x)  | pow takes 2 arguments, 1 given
        max(x)           | 4  | x       | max needs a vector, a matrix, or at least 2 arguments, but this is a scalar
        max()            | 0  | max()   | max takes at least 1 argument, 0 given
        if(x > 0, x)     | 0  | if(x > 0, x) | if takes 3 arguments, 2 given
        if(x > 0)        | 0  | if(x > 0) | if takes 3 arguments, 1 given
        if()             | 0  | if()    | if takes 3 arguments, 0 given
        if(x>0, 1, 2, 3) | 0  | if(x>0, 1, 2, 3) | if takes 3 arguments, 4 given
        if(x, 1, 2)      | 3  | x       | the condition of if must be a comparison, such as x > 0
        if(0 < x < 1, 1, 2) | 9 | <     | comparisons cannot be chained; put one if inside the other
        x > 0            | 2  | >       | a comparison can stand only as the condition of if(condition, a, b)
        if((x > 0), 1, 2) | 6 | >       | a comparison can stand only as the condition of if(condition, a, b)
        x +              | 2  | +       | missing operand after '+'
        2*               | 1  | *       | missing operand after '*'
        * x              | 0  | *       | missing operand before '*'
        x + * y          | 4  | *       | missing operand before '*'
        ()               | 1  | )       | missing operand before ')'
        max(x,)          | 6  | )       | missing operand before ')'
        max(,x)          | 4  | ,       | missing operand before ','
        2*(x + (1 - y)   | 2  | (       | this '(' is not closed
        (                | 0  | (       | this '(' is not closed
        sin(x            | 3  | (       | this '(' is not closed
        x + 1)           | 5  | )       | this ')' has no '(' before it
        2x               | 0  | 2x      | missing operator; write 2*x
        3 + 2 (x)        | 4  | 2 (     | missing operator; write 2*(
        (x)(y)           | 2  | )(      | missing operator; write )*(
        x y              | 0  | x y     | missing operator; write x*y
        2e               | 0  | 2e      | missing operator; write 2*e
        sin(2x)          | 4  | 2x      | missing operator; write 2*x
        x**2             | 1  | **      | '**' is not an operator; write ^
        x = 2            | 2  | =       | a formula has no '='; a comparison is written ==
        x + #            | 4  | #       | unexpected character '#'
        x ! y            | 2  | !       | unexpected character '!'
        x . y            | 2  | .       | unexpected character '.'
        1 − x            | 2  | −       | unexpected character '−'; write -
        2×x              | 1  | ×       | unexpected character '×'; write *
        x²               | 1  | ²       | unexpected character '²'; write ^2
        sin              | 0  | sin     | 'sin' is a function; write sin(...)
        if + 1           | 0  | if      | 'if' is a function; write if(condition, a, b)
        2 + 1e999        | 4  | 1e999   | number 1e999 is too large; the largest is about 1.8e308
        1,5 * x          | 1  | ,       | a comma can stand only between arguments; decimals are written 1.5
        (1, 2)           | 2  | ,       | a comma can stand only between arguments; decimals are written 1.5
        sum(x)           | 4  | x       | sum needs a vector or a matrix, but this is a scalar
        2*norm2(x)       | 8  | x       | norm2 needs a vector or a matrix, but this is a scalar
        vector(x)        | 0  | vector  | 'vector' needs a range; write vector(i in 1..3, i^2)
        vector + 1       | 0  | vector  | 'vector' is a function; write vector(i in 1..3, i^2)
        sum()            | 0  | sum()   | sum takes 1 argument, 0 given
        x[1]             | 0  | x       | 'x' is not declared, so it is a scalar, which has no entries; declare its size
        x : y            | 2  | :       | ':' can stand only in subscripts, as in x[1:3]
        1..n             | 1  | ..      | '..' can stand only in the range of a loop, as in sum(i in 1..3, i)
        (x]              | 2  | ]       | this ']' closes the '(' before it
        [x)              | 2  | )       | this ')' closes the '[' before it
        x]               | 1  | ]       | this ']' has no '[' before it
        [x, y            | 0  | [       | this '[' is not closed
        [1 2]            | 1  | 1 2     | missing operator or comma between '1' and '2'
        [1, 2; 3, 4]     | 5  | ;       | unexpected character ';'; a matrix is written [[a, b], [c, d]]
        []               | 0  | []      | a vector needs at least one entry
        [x > 1]          | 3  | >       | a comparison can stand only as the condition of if(condition, a, b)
        obs.t + 1        | 0  | obs.t   | 'obs' is not a table, so it has no columns
        π*x              | 0  | π       | unexpected character 'π'; write pi
        """)
    void pointsAtWhatIsWrong(String text, int start, String wrong, String problem) {
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> Formula.parse(text));

        assertThat(error).as("%s must be refused", text).isNotNull();
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(error.start()).isEqualTo(start);
        assertThat(text.substring(error.start(), error.end())).isEqualTo(wrong);
    }

    @Test
    void showsTheLineWithCaretsUnderTheWrongCharacters() {
        assertThatThrownBy(() -> Formula.parse("x^2 +\n 3*sine(x)\n + 1"))
                .isInstanceOf(FormulaException.class)
                .hasMessage("unknown function 'sine'; did you mean 'sin'?\n   3*sine(x)\n     ^^^^");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> Formula.parse("")).hasMessage("the formula is empty\n  \n  ^");
        assertThatThrownBy(() -> Formula.parse("  \t ")).hasMessageStartingWith("the formula is empty\n");
    }

    @Test
    void refusesAFullStopOutsideANumberAndASignOutsideTheBasicPlane() {
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> Formula.parse("x + 𝑦"));

        assertThat(error.problem()).isEqualTo("unexpected character '𝑦'");
        assertThat(error.end() - error.start()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        e     | 'e' is the constant 2.718281828459045; choose another name
        sin   | 'sin' is a function; choose another name
        sum   | 'sum' is a function; choose another name
        if    | 'if' is a function; choose another name
        2x    | '2x' is not a name; write a letter or _, then letters, digits or _
        x     | 'x' is already a variable; choose another name
        t     | 't' is already a let; choose another name
        """)
    void refusesToNameALet(String name, String problem) {
        Formula.Builder builder = Formula.builder().variable("x").let("t", "x^2");

        assertThatThrownBy(() -> builder.let(name, "1"))
                .isInstanceOfSatisfying(
                        FormulaException.class,
                        error -> assertThat(error.problem()).isEqualTo(problem));
    }

    @Test
    void refusesAConstantOrATakenNameAsAVariable() {
        Formula.Builder builder = Formula.builder().variable("x");

        assertThatThrownBy(() -> builder.variable("pi"))
                .hasMessageStartingWith("'pi' is the constant 3.141592653589793; choose another name\n");
        assertThatThrownBy(() -> builder.variable("x"))
                .hasMessageStartingWith("'x' is already a variable; choose another name\n");
    }

    @Test
    void refusesALetThatUsesItself() {
        assertThatThrownBy(() -> Formula.builder().let("t", "t + 1"))
                .hasMessageStartingWith("'t' is already a variable; choose another name\n");
    }

    @Test
    void refusesUnknownNamesWhenClosed() {
        assertThatThrownBy(() -> Formula.builder().variable("alpha").closed().parse("2*alhpa"))
                .hasMessage("unknown variable 'alhpa'; did you mean 'alpha'?\n  2*alhpa\n    ^^^^^");
        assertThatThrownBy(() -> Formula.builder().variable("x").closed().parse("y"))
                .hasMessageStartingWith("unknown variable 'y'\n");
        assertThatThrownBy(() -> Formula.builder().closed().parse("pi/k"))
                .hasMessageStartingWith("unknown variable 'k'; this formula can have none\n");
    }

    @Test
    void refusesDeclarationsAfterALet() {
        Formula.Builder builder = Formula.builder().let("t", "x^2");

        assertThatThrownBy(() -> builder.variable("y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("variable 'y' must come before the first let");
        assertThatThrownBy(builder::closed)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("closed() must come before the first let");
    }
}
