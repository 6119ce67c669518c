package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        1 - x - y        | ((1-x)-y)
        x / y * z        | ((x/y)*z)
        1 + x * y        | (1+(x*y))
        (1 + x) * y      | ((1+x)*y)
        x ^ y ^ z        | (x^(y^z))
        -x^2             | (-(x^2))
        -x * y           | ((-x)*y)
        2^-3             | (2^(-3))
        2^-3^2           | (2^(-(3^2)))
        2^-x*y           | ((2^(-x))*y)
        x * -y^2         | (x*(-(y^2)))
        x - -y           | (x-(-y))
        +x + +2          | (x+2)
        --x              | (-(-x))
        x' * y''         | (x*y)
        x'^2             | (x^2)
        x .* y ./ z .^ 2 | ((x*y)/(z^2))
        2.*x             | (2*x)
        .5 + 1. + 1e-3   | ((0.5+1)+0.001)
        2.5E+4*e         | (25000*2.718281828459045)
        pi/4             | (3.141592653589793/4)
        max(x, y, z+1)   | max(x,y,(z+1))
        sin (x)          | sin(x)
        if(x >= 1, -y, 2)| if(x GREATER_EQUAL 1,(-y),2)
        if(x != y + 1, 1, if(x<0, 1, 2)) | if(x NOT_EQUAL (y+1),1,if(x LESS 0,1,2))
        """)
    void bindsOperatorsAsMathematicsDoes(String text, String tree) {
        assertThat(print(Formula.parse(text).expression())).isEqualTo(tree);
    }

    /** What is printed with all brackets reads back as the same tree. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"x - (y - z)", "(x^y)^z", "(-x)^2", "-(x + y)*sin(x/y)", "min(x, y)^-z"})
    void readsBackWhatItPrints(String text) {
        String printed = print(Formula.parse(text).expression());

        assertThat(print(Formula.parse(printed).expression())).isEqualTo(printed);
    }

    @Test
    void numbersVariablesByDeclarationThenByFirstOccurrence() {
        Formula formula = Formula.builder()
                .variable("z")
                .variable("unused")
                .let("t", "b + z")
                .parse("t + a + b");

        assertThat(formula.variables()).containsExactly("z", "unused", "b", "a");
        assertThat(Formula.parse("y + x*y + pi").variables()).containsExactly("y", "x");
    }

    @Test
    void keepsLetsInOrderWithTheirOwnTexts() {
        Formula formula = Formula.builder()
                .let("a", "x + 1")
                .let("b", "a * a")
                .let("unused", "7")
                .parse("b / a");

        assertThat(formula.lets()).extracting(Formula.Let::name).containsExactly("a", "b", "unused");
        assertThat(formula.lets()).extracting(Formula.Let::text).containsExactly("x + 1", "a * a", "7");
        assertThat(formula.expression().operands())
                .extracting(node -> ((Expression.Reference) node).index())
                .containsExactly(1, 0);
    }

    @Test
    void knowsWhichCharactersEachNodeCameFrom() {
        String text = "1 + sin(x*y) - (x)^2";

        String parts = Expression.postOrder(Formula.parse(text).expression()).stream()
                .map(node -> text.substring(node.start(), node.end()))
                .collect(Collectors.joining(" | "));

        assertThat(parts).isEqualTo("1 | x | y | x*y | sin(x*y) | 1 + sin(x*y) | x | 2 | (x)^2 | " + text);
    }

    @Test
    void negatesWithoutChangingItsTextAndVariables() {
        Formula formula = Formula.builder().variable("y").let("t", "x*y").parse("t - 1");
        Formula negated = formula.negated();

        assertThat(print(negated.expression())).isEqualTo("(-(t-1))");
        assertThat(negated.text()).isEqualTo("t - 1");
        assertThat(negated.variables()).isEqualTo(formula.variables());
        assertThat(negated.lets()).isEqualTo(formula.lets());
    }

    /** All brackets, no spaces: one text for each tree. For small trees only, since it recurses. */
    private static String print(Expression node) {
        String operands = node.operands().stream().map(FormulaTest::print).collect(Collectors.joining(","));
        if (node instanceof Expression.Number number) {
            double value = number.value();
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        } else if (node instanceof Expression.Variable variable) {
            return variable.name();
        } else if (node instanceof Expression.Reference reference) {
            return reference.name();
        } else if (node instanceof Expression.Negation) {
            return "(-" + operands + ")";
        } else if (node instanceof Expression.Binary binary) {
            String sign = switch (binary.operator()) {
                case ADD -> "+";
                case SUBTRACT -> "-";
                case MULTIPLY -> "*";
                case DIVIDE -> "/";
                case POWER -> "^";
                case MATRIX_MULTIPLY -> "@";
            };
            return "(" + print(binary.left()) + sign + print(binary.right()) + ")";
        } else if (node instanceof Expression.Conditional conditional) {
            return "if(" + print(conditional.left()) + " " + conditional.comparison() + " "
                    + print(conditional.right()) + "," + print(conditional.then()) + ","
                    + print(conditional.otherwise()) + ")";
        }
        return ((Expression.Call) node).function().text() + "(" + operands + ")";
    }
}
