package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlasTest {
    @Test
    void saysWhichLibraryItIsAndThatItHasOneThread() {
        assertThat(Blas.description()).matches("OpenBLAS 0\\.3\\.\\d+, 1 thread(, OPENBLAS_CORETYPE=\\w+)?");
    }
}
