package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LapackCheckTest {
    @Test
    void thisMachinePasses() {
        assertThatCode(LapackCheck::run).doesNotThrowAnyException();
    }

    @Test
    void aWrongElementIsNamedWithTheRemedy() {
        double[] inverse = new double[LapackCheck.SIZE * LapackCheck.SIZE];
        for (int j = 0; j < LapackCheck.SIZE; j++) {
            for (int i = 0; i <= j; i++) {
                inverse[j * LapackCheck.SIZE + i] = LapackCheck.expected(i, j);
            }
        }
        LapackCheck.verify(inverse);
        inverse[3 * LapackCheck.SIZE + 2] = Double.NaN;

        assertThatThrownBy(() -> LapackCheck.verify(inverse))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessage(
                        "OpenBLAS computes wrongly on this processor: element (2, 3) of an inverse is NaN instead of -1.0;"
                                + " set the environment variable OPENBLAS_CORETYPE to another kernel, such as Haswell or Prescott on"
                                + " x86-64 or ARMV8 on arm64, or use another version of org.bytedeco:openblas");
    }
}
