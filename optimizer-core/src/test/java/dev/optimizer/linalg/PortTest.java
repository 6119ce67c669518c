package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.testing.Allocations;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PortTest {
    private final Port port = new Port("x", 2);
    private final INDArray array = Nd4j.create(new double[] {1, 2});
    private final INDArray matrix = Nd4j.create(new double[] {1, 2, 3, 4}, new long[] {2, 2}, 'c');
    private long sum;

    @Test
    void refusesArraysOfTheWrongLengthOrType() {
        assertThatThrownBy(() -> port.read(Nd4j.create(new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have 2 elements: [3]");
        assertThatThrownBy(() -> port.write(Nd4j.zeros(DataType.FLOAT, 2), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x must hold doubles, not FLOAT");
    }

    @Test
    void knowsAnArrayBySightOnceItWasRead() {
        assertThat(port.known(array)).isZero();

        long address = port.read(array);

        assertThat(address).isEqualTo(Buffers.address(array));
        assertThat(port.known(array)).isEqualTo(address);
        assertThat(port.known(array.dup())).isZero();
    }

    @Test
    void knowsThreeArraysAndForgetsTheOldest() {
        INDArray[] arrays = {array, array.dup(), array.dup(), array.dup()};
        for (INDArray one : arrays) {
            assertThat(port.read(one)).isEqualTo(Buffers.address(one));
        }

        assertThat(port.known(arrays[0])).isZero();
        for (int i = 1; i < arrays.length; i++) {
            assertThat(port.known(arrays[i])).isEqualTo(Buffers.address(arrays[i]));
        }
        for (INDArray one : arrays) {
            assertThat(port.read(one)).isEqualTo(Buffers.address(one));
        }
    }

    @Test
    void doesNotKnowNull() {
        assertThat(port.known(null)).isZero();
    }

    @Test
    void copiesScatteredArraysInAndOut() {
        INDArray column = matrix.getColumn(1);

        assertThat(port.known(column)).isZero();
        assertThat(elements(port.read(column))).containsExactly(2, 4);
        assertThat(port.known(column)).isZero();

        long address = port.write(column, 0, 0);
        NativeMemory.put(address, -2);
        NativeMemory.put(address + Double.BYTES, -4);
        port.finish();
        assertThat(matrix).isEqualTo(Nd4j.create(new double[][] {{1, -2}, {3, -4}}));
    }

    @Test
    void outputsThatShareMemoryWithAnInputAreCopied() {
        long input = Buffers.address(array);
        port.read(array);

        assertThat(port.known(array, input)).isZero();
        assertThat(port.known(array, input + Double.BYTES)).isZero();
        assertThat(port.known(array, input - Double.BYTES)).isZero();
        assertThat(port.known(array, input + 2 * Double.BYTES)).isEqualTo(input);
        assertThat(port.known(array, input - 2 * Double.BYTES)).isEqualTo(input);

        long address = port.write(array, input, 2);
        assertThat(address).isNotEqualTo(input);
        NativeMemory.put(address, 5);
        NativeMemory.put(address + Double.BYTES, 6);
        assertThat(elements(input)).containsExactly(1, 2);
        port.finish();
        assertThat(elements(input)).containsExactly(5, 6);

        assertThat(port.write(array, 0, 0, input + Double.BYTES, 1)).isNotEqualTo(input);
        port.finish();
    }

    @Test
    void refusesClosedArrays() {
        port.read(array);
        array.close();

        assertThatThrownBy(() -> port.known(array)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> port.read(array)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesViewsOfClosedArrays() {
        INDArray row = matrix.getRow(1);
        assertThat(elements(port.read(row))).containsExactly(3, 4);
        matrix.close();

        assertThatThrownBy(() -> port.read(row)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void followsAnArrayToOtherMemory() {
        port.read(array);
        array.setData(Nd4j.create(new double[] {7, 8}).data());

        assertThat(port.known(array)).isZero();
        assertThat(elements(port.read(array))).containsExactly(7, 8);

        array.data().reallocate(1000);

        assertThat(port.known(array)).isZero();
        assertThat(port.read(array)).isEqualTo(array.data().address());
    }

    @Test
    void allocatesNothingForMoreArraysThanItKnows() {
        INDArray[] arrays = {array, array.dup(), array.dup(), array.dup(), matrix.getRow(1)};
        Allocations.assertNone(100_000, () -> {
            for (INDArray one : arrays) {
                sum += port.read(one) + port.write(one, 0, 0);
                port.finish();
            }
        });
    }

    private static double[] elements(long address) {
        return new double[] {NativeMemory.get(address), NativeMemory.get(address + Double.BYTES)};
    }
}
