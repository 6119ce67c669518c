package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Numbers;
import java.util.List;

/** The second-order Taylor model of an objective as readable mathematics: f(a) + Σ gᵢ·dᵢ + ½·Σ hᵢⱼ·dᵢ·dⱼ, d = x − a. */
final class TaylorModel {
    private final StringBuilder text = new StringBuilder();

    private TaylorModel() {}

    static String of(Inspection inspection) {
        TaylorModel model = new TaylorModel();
        List<String> variables = inspection.variables();
        double[] x = inspection.x();
        model.add(inspection.value(), "");
        for (int i = 0; i < x.length; i++) {
            model.add(inspection.gradient()[i], difference(variables.get(i), x[i]));
        }
        for (int i = 0; i < x.length; i++) {
            String di = difference(variables.get(i), x[i]);
            model.add(inspection.hessian()[i][i] / 2, di + "²");
            for (int j = i + 1; j < x.length; j++) {
                model.add(inspection.hessian()[i][j], di + "·" + difference(variables.get(j), x[j]));
            }
        }
        return model.text.isEmpty() ? "0" : model.text.toString();
    }

    /** x − a in brackets, or x alone where a is 0. */
    private static String difference(String variable, double a) {
        if (a == 0) {
            return variable;
        }
        return "(" + variable + (a < 0 ? " + " : " - ") + Numbers.rounded(Math.abs(a)) + ")";
    }

    /** Adds a term; terms that are 0 are left out. */
    private void add(double coefficient, String factor) {
        if (coefficient == 0) {
            return;
        }
        boolean first = text.isEmpty();
        text.append(coefficient < 0 ? (first ? "-" : " - ") : (first ? "" : " + "));
        String size = Numbers.rounded(Math.abs(coefficient));
        if (factor.isEmpty()) {
            text.append(size);
        } else {
            text.append(size.equals("1") ? "" : size + "·").append(factor);
        }
    }
}
