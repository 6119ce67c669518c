package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BuffersTest {
    private final INDArray matrix = Nd4j.create(new double[] {1, 2, 3, 4, 5, 6}, new long[] {3, 2}, 'c');

    @Test
    void readsVectorsViewsAndMatricesInRowMajorOrder() {
        assertThat(read(Nd4j.create(new double[] {7, 8, 9}))).containsExactly(7, 8, 9);
        assertThat(read(matrix)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read(matrix.getColumn(1))).containsExactly(2, 4, 6);
        assertThat(read(matrix.getRow(2))).containsExactly(5, 6);
        assertThat(read(matrix.transpose())).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(read(matrix.dup('f'))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read(matrix.getColumn(1, true))).containsExactly(2, 4, 6);
        assertThat(read(Nd4j.scalar(3.0))).containsExactly(3);
    }

    @Test
    void writesThroughAViewWithoutTouchingItsNeighbours() {
        Buffers.write(new double[] {-2, -4, -6}, matrix.getColumn(1));

        assertThat(read(matrix)).containsExactly(1, -2, 3, -4, 5, -6);
    }

    @Test
    void writesATransposeWhereItsElementsAre() {
        Buffers.write(new double[] {1, 2, 3, 4, 5, 6}, matrix.transpose());

        assertThat(read(matrix)).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void refusesAnArrayOfTheWrongLengthOrType() {
        assertThatThrownBy(() -> Buffers.require("x", matrix, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have 5 elements: [3, 2]");
        assertThatThrownBy(() -> Buffers.require("x", Nd4j.zeros(DataType.FLOAT, 2), 2))
                .hasMessage("x must hold doubles, not FLOAT, ND4J's default: create it with DataType.DOUBLE or from a"
                        + " double[]");
        assertThatThrownBy(() -> read(Nd4j.zeros(DataType.FLOAT, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of doubles is needed: FLOAT");
    }

    private static double[] read(INDArray array) {
        double[] elements = new double[(int) array.length()];
        Buffers.read(array, elements);
        return elements;
    }
}
