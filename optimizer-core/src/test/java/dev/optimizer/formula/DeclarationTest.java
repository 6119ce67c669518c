package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables with shapes and their places in x; data; what an objective has to be. */
class DeclarationTest {
    @Test
    void laysTheVariablesOutOneAfterTheOther() {
        Formula formula = Formula.builder()
                .variable("x")
                .variable("w", Shape.vector(2))
                .variable("U", Shape.matrix(2, 3))
                .parse("z + sum(U)*x");

        assertThat(formula.layout())
                .containsExactly(
                        new Variable("x", Shape.scalar(), 0),
                        new Variable("w", Shape.vector(2), 1),
                        new Variable("U", Shape.matrix(2, 3), 3),
                        new Variable("z", Shape.scalar(), 9));
        assertThat(formula.dimension()).isEqualTo(10);
        assertThat(formula.entryNames())
                .containsExactly("x", "w_1", "w_2", "U_1_1", "U_1_2", "U_1_3", "U_2_1", "U_2_2", "U_2_3", "z");
        assertThat(formula.variables()).containsExactly("x", "w", "U", "z");
    }

    @Test
    void namesEntriesOnlyWhenAsked() {
        Formula formula = Formula.builder()
                .variable("a")
                .variable("x", Shape.vector(99_999_998))
                .parse("sum(x) + b");

        assertThat(formula.entryNames()).hasSize(100_000_000);
        assertThat(formula.entryNames().get(99_999_998)).isEqualTo("x_99999998");
        assertThat(formula.entryNames().get(99_999_999)).isEqualTo("b");
        assertThatThrownBy(() -> formula.entryNames().get(100_000_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void hasNoEntriesWithoutVariables() {
        assertThat(Formula.parse("pi/4").dimension()).isZero();
        assertThat(Formula.parse("pi/4").entryNames()).isEmpty();
    }

    @Test
    void refusesVariablesThatAreTooLarge() {
        assertThatThrownBy(() -> Formula.builder().variable("x", Shape.vector(1_000_000_000)))
                .hasMessage("a vector of 1000000000 elements is too large; at most 100000000\n  x\n  ^");
        assertThatThrownBy(() -> Formula.builder()
                        .variable("x", Shape.vector(60_000_000))
                        .variable("yy", Shape.vector(50_000_000)))
                .hasMessage("with 'yy' the variables have 110000000 entries together; at most 100000000\n  yy\n  ^^");
    }

    @Test
    void keepsDataWithoutACopy() {
        double[] values = {1, 2, 3, 4, 5, 6};
        Formula formula = Formula.builder().data("A", Data.matrix(2, 3, values)).parse("sum(A)*s");
        Expression.postOrder(formula.expression()).stream()
                .filter(Expression.DataReference.class::isInstance)
                .forEach(node -> assertThat(
                                ((Expression.DataReference) node).data().values())
                        .isSameAs(values));

        assertThat(formula.variables()).containsExactly("s");
        assertThatThrownBy(() -> Data.matrix(2, 2, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a 2×2 matrix has 4 entries; 6 given");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        obs.t + obs.y       | vector of 2
        obs.t[1]*n          | scalar
        sum(i in 1..length(obs.t), obs.y[i]*obs.t[i]) | scalar
        sum(i in 1..n, u[i]) | scalar
        """)
    void usesTheColumnsOfATable(String text, String shape) {
        assertThat(Shaped.shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        obs.yy + 1    | obs.yy  | table 'obs' has no column 'yy'; did you mean 'obs.y'?
        obs.weight    | obs.weight | table 'obs' has no column 'weight'; it has [obs.t, obs.y]
        obs*2         | obs     | 'obs' is a table; write one of its columns, [obs.t, obs.y]
        obs[1]        | obs     | 'obs' is a table; write one of its columns, [obs.t, obs.y]
        ob.t          | ob.t    | unknown variable 'ob.t'; did you mean 'obs.t'?
        u.t           | u.t     | 'u' is not a table, so it has no columns
        obs.t(1)      | obs.t   | 'obs.t' is not a function; to multiply, write obs.t*(
        obs . t       | .       | unexpected character '.'
        """)
    void refusesColumnsThatAreNotThere(String text, String wrong, String problem) {
        Shaped.assertRefused(text, wrong, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        u     | 'u' is already a variable; choose another name
        n     | 'n' is already data; choose another name
        obs   | 'obs' is already a table; choose another name
        obs.t | 'obs.t' is already data; choose another name
        u.t   | 'u' is already a variable; choose another name
        pi.t  | 'pi' is the constant 3.141592653589793; choose another name
        obs.  | '' is not a name; write a letter or _, then letters, digits or _
        a.b.c | 'b.c' is not a name; write a letter or _, then letters, digits or _
        2x    | '2x' is not a name; write a letter or _, then letters, digits or _
        π     | 'π' is not a name; write a letter or _, then letters, digits or _
        max   | 'max' is a function; choose another name
        """)
    void refusesNamesThatAreTakenOrNone(String name, String problem) {
        Formula.Builder builder = Shaped.names();

        assertThatThrownBy(() -> builder.data(name, Data.scalar(1)))
                .isInstanceOfSatisfying(
                        FormulaException.class,
                        error -> assertThat(error.problem()).isEqualTo(problem));
    }

    @Test
    void refusesDataAfterALet() {
        Formula.Builder builder = Formula.builder().let("t", "1");

        assertThatThrownBy(() -> builder.data("y", Data.scalar(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("data 'y' must come before the first let");
    }

    @Test
    void readsGreekNames() {
        Formula formula = Formula.builder().variable("β", Shape.vector(2)).parse("β'*β + σ̂^2 + ä_1");

        assertThat(formula.variables()).containsExactly("β", "σ̂", "ä_1");
    }

    @Test
    void givesLetsTheirShapes() {
        Formula formula =
                Shaped.names().let("d", "u - v").let("Z", "d*d'").let("m", "2").parse("d'*Z*d + Z[m,m]");

        assertThat(formula.lets())
                .extracting(Formula.Let::shape)
                .containsExactly(Shape.vector(3), Shape.matrix(3, 3), Shape.scalar());
        assertThat(formula.shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void asksForAScalarObjectiveAndForAVectorOfResiduals() {
        assertThat(Shaped.parse("sum(u)").requireScalar().shape()).isEqualTo(Shape.scalar());
        assertThat(Shaped.parse("u - v").requireVector().shape()).isEqualTo(Shape.vector(3));
        assertThatThrownBy(() -> Shaped.parse("u - v").requireScalar())
                .isInstanceOf(FormulaException.class)
                .hasMessage("the objective must be a scalar, but this is a vector of 3; reduce it to one number, for"
                        + " example with sum(...) or norm2(...)^2\n  u - v\n  ^^^^^");
        assertThatThrownBy(() -> Shaped.parse("A").requireVector())
                .hasMessage(
                        "residuals must be a vector, but this is a 2×3 matrix; give its entries as one vector\n  A\n  ^");
        assertThatThrownBy(() -> Shaped.parse("s").requireVector())
                .hasMessage(
                        "residuals must be a vector, but this is a scalar; write [r] for a single residual\n  s\n  ^");
    }

    @Test
    void keepsItsShapeWhenNegated() {
        assertThat(Shaped.parse("u - v").negated().shape()).isEqualTo(Shape.vector(3));
    }
}
