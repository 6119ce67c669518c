package dev.optimizer.runner.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.solver.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The objective at a point.
 *
 * @param variables the names of the coordinates
 * @param x the point
 * @param value f(x)
 * @param gradient ∇f(x)
 * @param hessian ∇²f(x) by rows
 * @param eigenvalues of the Hessian, ascending; NaN if it is not finite
 * @param verdict what kind of point it is
 * @param check how the derivatives compare with differences
 */
record Inspection(
        List<String> variables,
        double[] x,
        double value,
        double[] gradient,
        double[][] hessian,
        double[] eigenvalues,
        Verdict verdict,
        DerivativeCheck check) {
    static Inspection of(ProblemConfig problem, double[] at, double gradientTolerance) {
        FormulaObjective objective = FormulaObjective.of(problem.formula());
        Vector x = Vector.copyOf(Nd4j.create(at));
        Vector g = Vector.zeros(x.length());
        Matrix h = Matrix.zeros(x.length());
        double value = objective.gradient(x.array(), g.array());
        objective.hessian(x.array(), h.array());
        SymmetricEigen eigen = new SymmetricEigen(x.length());
        double[] eigenvalues = new double[x.length()];
        Arrays.fill(eigenvalues, Double.NaN);
        return new Inspection(
                problem.formula().variables(),
                at,
                value,
                g.toArray(),
                h.toArray(),
                eigen.decompose(h) ? eigen.values().toArray() : eigenvalues,
                Verdict.of(objective, x.array(), gradientTolerance),
                DerivativeCheck.at(objective, x));
    }

    void writeText(Writer out) throws IOException {
        line(out, "at", assignments(x));
        line(out, "value", Numbers.shortest(value));
        line(out, "gradient", assignments(gradient));
        for (int i = 0; i < hessian.length; i++) {
            line(out, i == 0 ? "Hessian" : "", row(hessian[i]));
        }
        line(out, "eigenvalues", row(eigenvalues));
        line(out, "point", verdict.kind().word());
        line(out, "model", TaylorModel.of(this));
        line(out, "derivatives", describeCheck());
    }

    void writeJson(StringWriter out) throws IOException {
        try (Json json = new Json(out)) {
            JsonGenerator generator = json.generator();
            generator.writeStartObject();
            generator.writeArrayFieldStart("variables");
            for (String variable : variables) {
                generator.writeString(variable);
            }
            generator.writeEndArray();
            json.numbers("at", list(x));
            json.number("value", value);
            json.numbers("gradient", list(gradient));
            generator.writeArrayFieldStart("hessian");
            for (double[] row : hessian) {
                generator.writeStartArray();
                for (double entry : row) {
                    json.number(entry);
                }
                generator.writeEndArray();
            }
            generator.writeEndArray();
            json.numbers("eigenvalues", list(eigenvalues));
            generator.writeStringField("point", verdict.kind().word());
            generator.writeStringField("model", TaylorModel.of(this));
            generator.writeObjectFieldStart("derivative_check");
            generator.writeFieldName("passed");
            if (isChecked()) {
                generator.writeBoolean(check.passed());
            } else {
                generator.writeNull();
            }
            json.number("gradient_error", check.gradientError());
            json.number("hessian_error", check.hessianError());
            generator.writeEndObject();
            generator.writeEndObject();
        }
    }

    /** Whether f was finite all around, so that there was something to compare with. */
    private boolean isChecked() {
        return !Double.isNaN(check.gradientError());
    }

    private String describeCheck() {
        if (!isChecked()) {
            return "not checked: f is not finite around this point";
        }
        if (check.passed()) {
            return "agree with central differences (∇f to " + Numbers.rounded(check.gradientError()) + ", ∇²f to "
                    + Numbers.rounded(check.hessianError()) + ")";
        }
        return "differ from central differences: ∂f/∂" + variables.get(check.gradientEntry()) + " by "
                + Numbers.rounded(check.gradientError()) + ", ∂²f/∂" + variables.get(check.hessianRow()) + "∂"
                + variables.get(check.hessianColumn()) + " by " + Numbers.rounded(check.hessianError())
                + ", relative to their size; f may not be smooth here";
    }

    private String assignments(double[] values) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            text.add(variables.get(i) + " = " + Numbers.shortest(values[i]));
        }
        return text.toString();
    }

    private static String row(double[] values) {
        StringJoiner text = new StringJoiner("  ");
        DoubleStream.of(values).mapToObj(Numbers::shortest).forEach(text::add);
        return text.toString();
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }

    private static void line(Writer out, String name, String content) throws IOException {
        out.write(name + " ".repeat(13 - name.length()) + content + "\n");
    }
}
