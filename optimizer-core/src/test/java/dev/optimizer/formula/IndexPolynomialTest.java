package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IndexPolynomialTest {
    private static final IndexPolynomial I = IndexPolynomial.index(0);
    private static final IndexPolynomial J = IndexPolynomial.index(1);
    private static final IndexPolynomial ONE = IndexPolynomial.constant(1);

    @Test
    void knowsItsCoefficientsWhenItIsAffine() {
        IndexPolynomial affine = I.plus(I).minus(J).plus(ONE);

        assertThat(affine.isAffine()).isTrue();
        assertThat(affine.isConstant()).isFalse();
        assertThat(affine.coefficient(0)).isEqualTo(2);
        assertThat(affine.coefficient(1)).isEqualTo(-1);
        assertThat(affine.coefficient(2)).isZero();
        assertThat(affine.constantTerm()).isEqualTo(1);
        assertThat(affine.value(new long[] {5, 3})).isEqualTo(8);
    }

    @Test
    void isEqualHoweverItWasWritten() {
        IndexPolynomial squared = I.plus(J).times(I.plus(J));
        IndexPolynomial expanded = J.times(J).plus(I.times(I)).plus(J.times(I)).plus(I.times(J));

        assertThat(squared).isEqualTo(expanded).hasSameHashCodeAs(expanded);
        assertThat(squared.isAffine()).isFalse();
        assertThat(squared.minus(expanded)).isEqualTo(IndexPolynomial.constant(0));
        assertThat(squared.minus(expanded).isConstant()).isTrue();
        assertThat(squared.value(new long[] {2, 5})).isEqualTo(49);
    }

    @Test
    void isDividedOnlyWithoutARemainder() {
        IndexPolynomial even = I.plus(I).plus(IndexPolynomial.constant(4));

        assertThat(even.isDivisibleBy(2)).isTrue();
        assertThat(even.isDivisibleBy(4)).isFalse();
        assertThat(even.dividedBy(-2)).isEqualTo(IndexPolynomial.constant(-2).minus(I));
    }

    @Test
    void saysWhenALongDoesNotSuffice() {
        IndexPolynomial large = IndexPolynomial.constant(1L << 62);

        assertThatThrownBy(() -> large.plus(large)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> large.times(I).value(new long[] {4})).isInstanceOf(ArithmeticException.class);
    }

    /** A power of a sum of indices grows with the power; at 100 terms there is an end to it. */
    @Test
    void refusesToGrowWithoutBound() {
        IndexPolynomial sum = I.plus(J).plus(IndexPolynomial.index(2)).plus(ONE);
        IndexPolynomial cube = sum.times(sum).times(sum);

        assertThatThrownBy(() -> cube.times(cube).times(cube)).isInstanceOf(ArithmeticException.class);
        assertThat(cube.value(new long[] {1, 2, 3})).isEqualTo(343);
    }
}
