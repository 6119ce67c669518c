package dev.optimizer.runner.cli;

import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.runner.cli.Inspection.Curvature;
import dev.optimizer.runner.output.Numbers;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;

/** An inspection for people: whatever is long is cut. */
final class InspectionText {
    /** So many rows and columns of the Hessian, and eigenvalues, are shown. */
    private static final int MOST_SHOWN = 10;

    private final Inspection inspection;
    private final StringBuilder text = new StringBuilder();

    private InspectionText(Inspection inspection) {
        this.inspection = inspection;
    }

    static String of(Inspection inspection) {
        InspectionText text = new InspectionText(inspection);
        text.write();
        return text.text.toString();
    }

    private void write() {
        line("at", PointText.of(inspection.function().layout(), inspection.x()));
        line("value", Numbers.shortest(inspection.value()));
        line("gradient", PointText.of(inspection.function().layout(), inspection.gradient()));
        inspection.curvature().ifPresentOrElse(this::curvature, this::withoutCurvature);
        line("derivatives", inspection.check().map(this::describe).orElseGet(InspectionText::unchecked));
    }

    private void curvature(Curvature curvature) {
        double[][] hessian = curvature.hessian();
        for (int i = 0; i < Math.min(hessian.length, MOST_SHOWN); i++) {
            line(i == 0 ? "Hessian" : "", row(hessian[i]));
        }
        if (hessian.length > MOST_SHOWN) {
            line("", "… (" + hessian.length + "×" + hessian.length + ")");
        }
        line("eigenvalues", row(curvature.eigenvalues()));
        line("point", curvature.verdict().kind().word());
        line(
                "model",
                TaylorModel.of(inspection)
                        .orElse("not written out: " + inspection.dimension() + " entries, more than "
                                + TaylorModel.MOST_ENTRIES));
    }

    private void withoutCurvature() {
        line(
                "Hessian",
                "not computed: " + inspection.dimension() + " entries, more than " + Inspection.MOST_FOR_HESSIAN);
    }

    private static String unchecked() {
        return "not checked: more than " + Inspection.MOST_FOR_CHECK + " entries";
    }

    private String describe(DerivativeCheck check) {
        if (check.failed()) {
            return "differ from central differences: " + wrong(check)
                    + ", relative to their size; f may not be smooth here";
        }
        if (inspection.notFinite().isPresent()) {
            return "cannot be checked: " + inspection.notFinite().get();
        }
        if (!check.passed()) {
            return "cannot be checked: " + untold(check)
                    + ": f is not finite around this point, or changes too much or too little for differences";
        }
        String hessian = isSecond(check) ? ", ∇²f to " + Numbers.rounded(check.hessianError()) : "";
        return "agree with central differences (∇f to " + Numbers.rounded(check.gradientError()) + hessian + ")";
    }

    private static boolean isSecond(DerivativeCheck check) {
        return check.hessianRow() >= 0;
    }

    private String wrong(DerivativeCheck check) {
        StringJoiner wrong = new StringJoiner(", ");
        if (check.gradientError() > DerivativeCheck.TOLERANCE) {
            wrong.add(first(check) + " by " + Numbers.rounded(check.gradientError()));
        }
        if (check.hessianError() > DerivativeCheck.TOLERANCE) {
            wrong.add(second(check) + " by " + Numbers.rounded(check.hessianError()));
        }
        return wrong.toString();
    }

    private String untold(DerivativeCheck check) {
        return Double.isNaN(check.gradientError()) ? first(check) : second(check);
    }

    private String first(DerivativeCheck check) {
        return "∂f/∂" + inspection.entries().get(check.gradientEntry());
    }

    private String second(DerivativeCheck check) {
        List<String> names = inspection.entries();
        return "∂²f/∂" + names.get(check.hessianRow()) + "∂" + names.get(check.hessianColumn());
    }

    private static String row(double[] values) {
        StringJoiner row = new StringJoiner("  ");
        DoubleStream.of(values).limit(MOST_SHOWN).mapToObj(Numbers::shortest).forEach(row::add);
        return row + (values.length > MOST_SHOWN ? "  …" : "");
    }

    private void line(String name, String content) {
        text.append(name).append(" ".repeat(13 - name.length())).append(content).append('\n');
    }
}
