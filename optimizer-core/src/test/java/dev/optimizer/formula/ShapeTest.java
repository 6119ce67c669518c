package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void isWrittenAsOneSpeaks() {
        assertThat(Shape.scalar()).hasToString("scalar");
        assertThat(Shape.vector(3)).hasToString("vector of 3");
        assertThat(Shape.matrix(3, 2)).hasToString("3×2 matrix");
        assertThat(Shape.matrix(3, 2).inWords()).isEqualTo("a 3×2 matrix");
        assertThat(Shape.matrix(8, 2).inWords()).isEqualTo("an 8×2 matrix");
        assertThat(Shape.matrix(11, 2).inWords()).isEqualTo("an 11×2 matrix");
        assertThat(Shape.matrix(110, 2).inWords()).isEqualTo("a 110×2 matrix");
        assertThat(Shape.vector(8).inWords()).isEqualTo("a vector of 8");
        assertThat(Shape.row(3).inWords()).isEqualTo("a row of 3");
    }

    @Test
    void tellsAScalarAVectorOfOneAndAMatrixOfOneApart() {
        assertThat(Shape.scalar()).isNotEqualTo(Shape.vector(1));
        assertThat(Shape.vector(1)).isNotEqualTo(Shape.matrix(1, 1));
        assertThat(Shape.row(3)).isNotEqualTo(Shape.matrix(1, 3));
        assertThat(Shape.row(3).isLike(Shape.matrix(1, 3))).isTrue();
        assertThat(Shape.row(1).isLike(Shape.vector(1))).isFalse();
    }

    @Test
    void transposesAVectorToARowAndBack() {
        assertThat(Shape.scalar().transposed()).isEqualTo(Shape.scalar());
        assertThat(Shape.vector(3).transposed()).isEqualTo(Shape.row(3));
        assertThat(Shape.row(3).transposed()).isEqualTo(Shape.vector(3));
        assertThat(Shape.matrix(1, 3).transposed()).isEqualTo(Shape.matrix(3, 1));
        assertThat(Shape.matrix(2, 3).transposed()).isEqualTo(Shape.matrix(3, 2));
    }

    @Test
    void countsEntriesWithoutOverflow() {
        assertThat(Shape.matrix(200, 150).size()).isEqualTo(30_000);
        assertThat(Shape.matrix(Long.MAX_VALUE, 2).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(Shape.matrix(10_000, 10_000).isTooLarge()).isFalse();
        assertThat(Shape.vector(100_000_001).isTooLarge()).isTrue();
    }

    @Test
    void refusesSizesThatAreNone() {
        assertThatThrownBy(() -> Shape.vector(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sizes must be positive: 0");
        assertThatThrownBy(() -> Shape.matrix(2, -1)).hasMessage("sizes must be positive: 2×-1");
        assertThatThrownBy(() -> Shape.row(0)).hasMessage("sizes must be positive: 0");
        assertThatThrownBy(() -> new Shape(Shape.Kind.VECTOR, 3, 2)).hasMessage("no vector is 3×2");
        assertThatThrownBy(() -> new Shape(Shape.Kind.ROW, 2, 3)).hasMessage("no row is 2×3");
    }
}
