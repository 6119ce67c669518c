package dev.optimizer.problem;

import dev.optimizer.autodiff.ConstantFormula;
import dev.optimizer.formula.Formula;
import java.util.List;
import java.util.stream.DoubleStream;

/** Reads what a problem's file gives as numbers: formulas without variables, which may use its parameters. */
final class Constants {
    private final List<Parameter> parameters;

    Constants(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Parameters are lets, for only these can be bounds of loops and subscripts. */
    void declare(Formula.Builder builder) {
        parameters.forEach(parameter -> builder.let(parameter.name(), Integer.toString(parameter.value())));
    }

    double number(String text) {
        return ConstantFormula.value(parse(text));
    }

    /** @throws IllegalArgumentException if it is no whole number that an int can hold */
    int whole(String text) {
        double value = number(text);
        if (value != (int) value) {
            throw new IllegalArgumentException("'" + text.strip() + "' must be a whole number: " + value);
        }
        return (int) value;
    }

    /** The numbers of a list whose items are scalars or vectors, with commas between them. */
    double[] list(String text) {
        return Texts.items(text).stream()
                .flatMapToDouble(item -> DoubleStream.of(ConstantFormula.values(parse(item))))
                .toArray();
    }

    /**
     * A list, written as often as it takes to make a vector of n: {@code 1} is all ones, {@code -1.2, 1} alternates.
     *
     * @throws IllegalArgumentException if n is no multiple of the list's length
     */
    double[] repeated(String text, int n) {
        double[] list = list(text);
        if (list.length > n || n % list.length != 0) {
            throw new IllegalArgumentException("a list of " + list.length + " cannot fill x of " + n + ": " + text);
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = list[i % list.length];
        }
        return x;
    }

    private Formula parse(String text) {
        Formula.Builder builder = Formula.builder().closed();
        declare(builder);
        return builder.parse(text.strip());
    }
}
