package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second-order Taylor model of an objective as readable mathematics: f(a) + Σ gᵢ·dᵢ + ½·Σ hᵢⱼ·dᵢ·dⱼ, d = x − a. */
final class TaylorModel {
    /** A model of more entries is not readable any more. */
    static final int MOST_ENTRIES = 10;

    private final StringBuilder text = new StringBuilder();

    private TaylorModel() {}

    /** Empty without a Hessian, or for more than {@link #MOST_ENTRIES} entries. */
    static Optional<String> of(Inspection inspection) {
        return inspection
                .curvature()
                .filter(known -> inspection.dimension() <= MOST_ENTRIES)
                .map(known -> of(inspection, known.hessian()));
    }

    private static String of(Inspection inspection, double[][] hessian) {
        TaylorModel model = new TaylorModel();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < inspection.dimension(); i++) {
            differences.add(
                    difference(inspection.entries().get(i), inspection.x().get(i)));
        }
        model.add(inspection.value(), "");
        for (int i = 0; i < differences.size(); i++) {
            model.add(inspection.gradient().get(i), differences.get(i));
        }
        for (int i = 0; i < differences.size(); i++) {
            model.add(hessian[i][i] / 2, differences.get(i) + "²");
            for (int j = i + 1; j < differences.size(); j++) {
                model.add(hessian[i][j], differences.get(i) + "·" + differences.get(j));
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
