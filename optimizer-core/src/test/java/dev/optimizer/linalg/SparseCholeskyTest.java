package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseCholeskyTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void solvesWhatTheDenseFactorisationSolves(int seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(60);
        double[][] dense = random(n, random, 0.15);
        SparseMatrix a = sparse(dense);
        SparseCholesky cholesky = new SparseCholesky(a);
        Vector x = vector(n, random);
        Vector b = Vector.zeros(n);
        Vector solution = Vector.zeros(n);

        for (double shift : new double[] {n, 2.0 * n}) {
            a.multiply(x, b);
            b.axpy(shift, x);

            assertThat(cholesky.factor(a, shift)).isTrue();
            cholesky.solve(b, solution);

            // Rows are dominated by their diagonal, so the condition number is small: 60 roundings or so.
            assertThat(solution.distanceInf(x)).isLessThan(1e-13);
            cholesky.solveLower(b, solution);
            assertThat(solution.dot(solution)).isCloseTo(b.dot(x), within(1e-12 * b.dot(x)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void saysWhetherTheMatrixIsPositiveDefinite(int seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        double[][] dense = random(n, random, 0.2);
        Matrix full = Matrix.zeros(n);
        IntStream.range(0, n).forEach(i -> IntStream.range(0, n).forEach(j -> full.set(i, j, dense[i][j])));
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(full);
        double smallest = eigen.values().get(0);
        SparseMatrix a = sparse(dense);
        SparseCholesky cholesky = new SparseCholesky(a);

        assertThat(cholesky.factor(a, -smallest + 1e-6)).isTrue();
        assertThat(cholesky.factor(a, -smallest - 1e-6)).isFalse();
        assertThat(cholesky.factor(a, -smallest + 1e-6)).as("after a failure").isTrue();
    }

    @Test
    void aHubIsEliminatedLast() {
        // One variable joined to all others: in this order the factor would be full, with the hub last it has no fill.
        int n = 500;
        double[][] arrow = new double[n][n];
        for (int i = 0; i < n; i++) {
            arrow[i][i] = n;
            arrow[i][0] = i == 0 ? n : 1;
            arrow[0][i] = arrow[i][0];
        }
        SparseMatrix a = sparse(arrow);
        SparseCholesky cholesky = new SparseCholesky(a);

        assertThat(cholesky.factor(a, 0)).isTrue();
        assertThat(cholesky.factorLength()).isEqualTo(2 * n - 1);
    }

    @Test
    void aGridFillsInFarLessThanItsBand() {
        int side = 60;
        SparseMatrix a = grid(side);
        SparseCholesky cholesky = new SparseCholesky(a);

        assertThat(cholesky.factor(a, 5)).isTrue();
        // The band has side³ elements; nested dissection, the best order known, has about 31/4·side²·log₂ side (George
        // 1973).
        assertThat(cholesky.factorLength()).isLessThan(side * side * side / 3);
    }

    @Test
    void anEmptyDiagonalIsFilledByTheShift() {
        SparseMatrix a = sparse(new double[][] {{0, 1}, {1, 0}});
        SparseCholesky cholesky = new SparseCholesky(a);
        Vector x = Vector.zeros(2);

        assertThat(cholesky.factor(a, 0)).isFalse();
        assertThat(cholesky.factor(a, 2)).isTrue();
        cholesky.solve(Vector.of(3, 3), x);

        assertThat(x.toArray()).containsExactly(new double[] {1, 1}, within(1e-15));
    }

    @Test
    void notANumberIsNotPositiveDefinite() {
        SparseMatrix a = sparse(new double[][] {{1, 0}, {0, 1}});
        SparseCholesky cholesky = new SparseCholesky(a);
        a.values().set(0, Double.NaN);

        assertThat(cholesky.factor(a, 0)).isFalse();
    }

    private static SparseMatrix grid(int side) {
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            int up = i - side;
            int left = i % side == 0 ? -1 : i - 1;
            rows.add(IntStream.of(up, left, i).filter(j -> j >= 0).toArray());
        }
        SparseMatrix a = sparse(rows);
        a.values().fill(-1);
        return a;
    }

    static double[][] random(int n, Random random, double density) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = i != j && random.nextDouble() > density ? 0 : 2 * random.nextDouble() - 1;
                a[i][j] = value;
                a[j][i] = value;
            }
        }
        return a;
    }

    private static Vector vector(int n, Random random) {
        return Vector.of(random.doubles(n, -1, 1).toArray());
    }

    static SparseMatrix sparse(double[][] dense) {
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < dense.length; i++) {
            double[] row = dense[i];
            rows.add(IntStream.rangeClosed(0, i).filter(j -> row[j] != 0).toArray());
        }
        SparseMatrix a = sparse(rows);
        int k = 0;
        for (int i = 0; i < dense.length; i++) {
            for (int j : rows.get(i)) {
                a.values().set(k++, dense[i][j]);
            }
        }
        return a;
    }

    private static SparseMatrix sparse(List<int[]> rows) {
        int[] starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            starts[i + 1] = starts[i] + rows.get(i).length;
        }
        int[] columns = rows.stream().flatMapToInt(Arrays::stream).toArray();
        return new SparseMatrix(starts, columns);
    }
}
