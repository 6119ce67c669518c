package dev.optimizer.formula;

import static dev.optimizer.formula.Expr.number;
import static dev.optimizer.formula.Functions.array;
import static dev.optimizer.formula.Functions.conditional;
import static dev.optimizer.formula.Functions.exp;
import static dev.optimizer.formula.Functions.inv;
import static dev.optimizer.formula.Functions.length;
import static dev.optimizer.formula.Functions.logdet;
import static dev.optimizer.formula.Functions.max;
import static dev.optimizer.formula.Functions.norm2;
import static dev.optimizer.formula.Functions.prod;
import static dev.optimizer.formula.Functions.sum;
import static dev.optimizer.formula.Functions.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optimizer.formula.Expression.Comparison;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formulas written in Java: their texts, their refusals, and what becomes of parts that are used again. */
class ExprTest {
    private final Expr s = Expr.variable("s");
    private final Expr u = Expr.variable("u", 3);
    private final Expr w = Expr.variable("w", 2);
    private final Expr a = Expr.variable("A", 2, 3);
    private final Expr q = Expr.variable("Q", 3, 3);
    private final Expr n = Expr.data("n", Data.scalar(3));
    private final Expr k = Expr.data("k", Data.vector(3, 1, 2));

    @Test
    void isWrittenAsAFormula() {
        assertText(norm2(a.times(u).minus(w)).squared(), "norm2(A*u - w)^2");
        assertText(u.transposed().times(q).times(u), "u'*Q*u");
        assertText(s.minus(s.minus(s)).plus(s.plus(1)), "s - (s - s) + (s + 1)");
        assertText(s.negated().squared().plus(s.squared().negated()), "(-s)^2 + -s^2");
        assertText(s.power(s.power(s)).power(s), "(s^s^s)^s");
        assertText(s.times(s.dividedBy(2)).dividedBy(s.times(3)), "s*(s/2)/(s*3)");
        assertText(u.timesEach(u).dividedByEach(u.powerEach(2)), "u.*u./u.^2");
        assertText(number(-2).power(0.5).minus(-0.25).times(1e-9), "((-2)^0.5 - -0.25)*1.0E-9");
        assertText(q.row(2).at(1).plus(q.at(1, 3)), "Q[2, :][1] + Q[1, 3]");
        assertText(q.rows(1, 2).columns(2, 3).column(1).slice(1, 2), "Q[1:2, :][:, 2:3][:, 1][1:2]");
        assertText(array(u, q.column(3)).transposed(), "[u, Q[:, 3]]'");
        assertText(
                conditional(s, Comparison.LESS_EQUAL, number(0), exp(s), max(s, number(1))),
                "if(s <= 0, exp(s), max(s, 1))");
        assertText(u.slice(number(2), length(u)), "u[2:length(u)]");
    }

    @Test
    void writesLoopsWithIndicesThatAreFree() {
        Expr i = Expr.variable("i", 3);

        assertText(sum(1, 2, j -> u.at(j.plus(1)).minus(u.at(j)).squared()), "sum(i in 1..2, (u[i + 1] - u[i])^2)");
        assertText(
                sum(1, 3, r -> sum(number(1), r, c -> q.at(r, c))).plus(prod(1, 3, r -> r)),
                "sum(i in 1..3, sum(j in 1..i, Q[i, j])) + prod(i in 1..3, i)");
        assertText(sum(1, 3, j -> i.at(j)), "sum(j in 1..3, i[j])");
        assertText(vector(number(1), n, j -> u.at(k.at(j))), "vector(i in 1..n, u[k[i]])");
    }

    private static void assertText(Expr expr, String text) {
        assertThat(expr).hasToString(text);
        assertThat(expr.formula().shape()).isEqualTo(expr.shape());
    }

    @Test
    void refusesWhatDoesNotFitWhenItIsWrittenAtItsPlace() {
        assertRefused(() -> a.plus(q).times(u), "cannot add a 2×3 matrix and a 3×3 matrix", "A + Q", "+");
        assertRefused(
                () -> norm2(a.times(u).minus(u)), "cannot subtract a vector of 3 from a vector of 2", "A*u - u", "-");
        assertRefused(
                () -> inv(a.plus(1)), "inv needs a square matrix, but this is a 2×3 matrix", "inv(A + 1)", "A + 1");
        assertRefused(() -> u.at(4), "subscript 4 lies outside 1..3", "u[4]", "4");
        assertRefused(() -> u.at(1, 2), "a vector of 3 takes one subscript", "u[1, 2]", "[1, 2]");
        assertRefused(() -> max(), "max takes at least 1 argument, 0 given", "max()", "max()");
        assertRefused(() -> s.at(1), "this is a scalar, which has no entries", "s[1]", "s");
        assertRefused(() -> u.at(s), "a subscript cannot depend on the variable 's'", "u[s]", "s");
        assertRefused(() -> Expr.variable("sin"), "'sin' is a function; choose another name", "sin", "sin");
        assertRefused(
                () -> Expr.data("2b", Data.scalar(1)),
                "'2b' is not a name; write a letter or _, then letters, digits or _",
                "2b",
                "2b");
    }

    @Test
    void refusesWhatDoesNotFitInsideLoops() {
        assertRefused(
                () -> sum(1, 3, i -> u.at(i.plus(1)).squared()),
                "the subscript runs from 2 to 4, outside 1..3",
                "u[i + 1]",
                "i + 1");
        assertRefused(
                () -> sum(1, 3, i -> sum(i, number(3), j -> u.at(i.plus(j).minus(1)))),
                "the subscript is 4 at i = 2, j = 3, outside 1..3",
                "u[i + j - 1]",
                "i + j - 1");
        assertRefused(
                () -> vector(number(1), number(1.5), i -> i),
                "a bound must be a whole number, but this is 1.5",
                "vector(i in 1..1.5, ...)",
                "1.5");
        assertRefused(
                () -> sum(1, 2, i -> w.times(i)),
                "a loop takes a scalar for each index, but this is a vector of 2",
                "sum(i in 1..2, w*i)",
                "w*i");
        assertRefused(
                () -> sum(1, 2, i -> logdet(q.plus(u.at(i)))),
                "logdet cannot depend on the index 'i' of the loop around it; write the terms out one by one",
                "logdet(Q + u[i])",
                "u[i]");
        assertRefused(
                () -> sum(1, 100_000, i -> sum(1, 100_000, j -> i.times(j))),
                "this loop runs 10000000000 times in all; at most 100000000",
                "sum(j in 1..100000, i*j)",
                "1..100000");
    }

    private static void assertRefused(Supplier<Expr> expr, String problem, String text, String wrong) {
        FormulaException error = catchThrowableOfType(FormulaException.class, expr::get);

        assertThat(error).as("%s must be refused", text).isNotNull();
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(error.source()).isEqualTo(text);
        assertThat(text.substring(error.start(), error.end())).isEqualTo(wrong);
    }

    @Test
    void refusesWhatIsNoExpression() {
        Expr[] escaped = new Expr[1];
        Expr whole = sum(1, 3, i -> escaped[0] = i);

        assertThat(whole).hasToString("sum(i in 1..3, i)");
        assertThatThrownBy(() -> escaped[0].plus(s).formula())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the index of a loop is used outside it: i + s");
        assertThatThrownBy(() -> number(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number in a formula must be finite: NaN");
        assertThatThrownBy(() -> s.formula(s, n))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a variable: n");
        assertThatThrownBy(() -> Expr.variable("u", 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("u must have at most two dimensions: [1, 2, 3]");
    }

    @Test
    void aNameHasOneMeaningInAFormula() {
        Expr other = Expr.variable("u", 2);

        assertThat(s.plus(Expr.variable("s")).formula().variables()).containsExactly("s");
        assertThatThrownBy(() -> sum(other).plus(sum(u)).formula())
                .isInstanceOf(FormulaException.class)
                .hasMessage("'u' is already a variable; choose another name\n  u\n  ^");
    }

    @Test
    void variablesStandInTheOrderOfTheirFirstOccurrenceOrAsAskedFor() {
        Expr shared = sum(u);
        Expr f = s.times(shared).plus(shared.times(sum(w)));
        Expr unused = Expr.variable("z");

        assertThat(f.formula().variables()).containsExactly("s", "u", "w");
        assertThat(f.formula(w, unused).variables()).containsExactly("w", "z", "s", "u");
        assertThat(sum(1, 3, j -> u.at(j)).formula(Expr.variable("i")).text()).isEqualTo("sum(j in 1..3, u[j])");
    }

    @Test
    void whatIsUsedAgainIsALet() {
        Expr r = a.times(u).minus(w);
        Formula formula = r.transposed().times(r).plus(norm2(r)).formula();

        assertThat(formula.text()).isEqualTo("t1'*t1 + norm2(t1)");
        assertThat(formula.lets()).extracting(Formula.Let::text).containsExactly("A*u - w");
    }

    @Test
    void sharedPartsDoNotGrow() {
        Expr t = s;
        for (int i = 0; i < 60; i++) {
            t = t.times(t);
        }
        Expr last = t;
        Formula formula = t.formula();

        assertThat(formula.lets()).hasSize(59);
        assertThat(formula.text()).isEqualTo("t59*t59");
        assertThatThrownBy(() -> last.plus(u).plus(w))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith("cannot add a vector of 3 and a vector of 2\n");
        assertThat(sum(1, 3, i -> power(u.at(i), 30))).hasToString("more than 10000000 operations");
        assertThatThrownBy(() -> sum(1, 3, i -> power(u.at(i), 30)).formula())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the formula would be written with more than 10000000 operations; what depends on the index of"
                                + " a loop is repeated wherever it is used");
    }

    @Test
    void madeNamesGiveWay() {
        Expr t1 = Expr.variable("t1");
        Expr p1 = Expr.data("p1", Data.scalar(2));
        Expr shared = t1.times(u.at(p1)).plus(Expr.data("i.j", Data.scalar(1)));
        Formula formula = shared.times(shared).plus(sum(1, 2, i -> i)).formula();

        assertThat(formula.text()).isEqualTo("t2*t2 + sum(j in 1..2, j)");
        assertThat(formula.lets()).extracting(Formula.Let::text).containsExactly("t1*u[p1] + i.j");
    }

    private static Expr power(Expr base, int doublings) {
        Expr t = base;
        for (int i = 0; i < doublings; i++) {
            t = t.times(t);
        }
        return t;
    }

    @Test
    void longSumsAndDeepNestsAreNoMatter() {
        Expr flat = s;
        Expr deep = s;
        for (int i = 0; i < 5_000; i++) {
            flat = flat.plus(s);
            deep = s.minus(exp(deep));
        }

        assertThat(flat.formula().lets()).isEmpty();
        assertThat(flat.formula().text()).hasSize(4 * 5_000 + 1).startsWith("s + s + s");
        assertThat(deep.formula().lets()).hasSizeBetween(10, 50);
    }

    /** A function that the language has and Java has not would be a gap. */
    @ParameterizedTest
    @EnumSource
    void hasEveryFunction(Function function) {
        List<String> names = Stream.of(Functions.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method ->
                        method.getParameterTypes()[0] == Expr.class || method.getParameterTypes()[0] == Expr[].class)
                .map(java.lang.reflect.Method::getName)
                .toList();

        assertThat(names).contains(function.text());
    }
}
