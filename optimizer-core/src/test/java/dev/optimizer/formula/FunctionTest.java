package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameAndSaysWhatItIs(Function function) {
        assertThat(Function.named(function.text())).contains(function);
        assertThat(function.meaning()).isNotBlank().doesNotContain("\n");
        assertThat(function.takes(0)).isFalse();
    }
}
