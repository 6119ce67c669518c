package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameAndSaysWhatItIs(Function function) {
        int arguments = function.takes(1) ? 1 : 2;
        String text = function.text() + "(" + String.join(", ", Collections.nCopies(arguments, "x")) + ")";

        assertThat(Function.named(function.text())).contains(function);
        assertThat(function.meaning()).isNotBlank().doesNotContain("\n");
        assertThat(function.takes(0)).isFalse();
        assertThat(Formula.parse(text).expression()).isInstanceOf(Expression.Call.class);
    }
}
