package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sparse matrix says of itself what the dense one with the same elements says. */
class SymmetricMatrixTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void sparseAndDenseAgree(int seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(30);
        double[][] elements = SparseCholeskyTest.random(n, random, 0.2);
        // Rows whose unit is not that of the diagonal: one without, one of zeros.
        elements[0][0] = 0;
        for (int j = 0; j < n; j++) {
            elements[n - 1][j] = 0;
            elements[j][n - 1] = 0;
        }
        SparseMatrix sparse = SparseCholeskyTest.sparse(elements);
        Matrix dense = dense(elements);

        assertThat(sparse.size()).isEqualTo(dense.size());
        assertThat(sparse.normMax()).isEqualTo(dense.normMax());
        // The same magnitudes, added up in another order.
        assertThat(sparse.norm1()).isCloseTo(dense.norm1(), within(1e-13));
        for (int i = 0; i < n; i++) {
            assertThat(sparse.diagonal(i)).isEqualTo(dense.diagonal(i));
        }
        assertThat(units(sparse, n).toArray()).containsExactly(units(dense, n).toArray());
    }

    @Test
    void unitsMakeTheDiagonalOne() {
        double[][] elements = {{4, 6, 0}, {6, -9, 3}, {0, 3, 0}};
        SparseMatrix sparse = SparseCholeskyTest.sparse(elements);
        Matrix dense = dense(elements);
        Vector units = units(dense, 3);

        assertThat(units.toArray()).containsExactly(2, 3, Math.sqrt(3));
        dense.copyScaled(dense, units);
        SparseMatrix scaled = sparse.zerosLike();
        scaled.copyScaled(sparse, units);

        double last = 3 / Math.sqrt(3) / 3;
        assertThat(dense.toArray()).isDeepEqualTo(new double[][] {{1, 1, 0}, {1, -1, last}, {0, last, 0}});
        assertThat(scaled.values().toArray()).containsExactly(1, 1, -1, last);
        assertThat(scaled.hasPatternOf(sparse)).isTrue();
        assertThat(scaled.hasPatternOf(SparseCholeskyTest.sparse(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})))
                .isFalse();
    }

    private static Vector units(SymmetricMatrix<?> a, int n) {
        Vector units = Vector.zeros(n);
        a.units(units);
        return units;
    }

    private static Matrix dense(double[][] elements) {
        Matrix matrix = Matrix.zeros(elements.length);
        for (int i = 0; i < elements.length; i++) {
            for (int j = 0; j < elements.length; j++) {
                matrix.set(i, j, elements[i][j]);
            }
        }
        return matrix;
    }
}
