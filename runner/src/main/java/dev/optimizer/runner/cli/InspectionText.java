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
        line("at", PointText.of(inspection.formula().layout(), inspection.x()));
        line("value", Numbers.shortest(inspection.value()));
        line("gradient", PointText.of(inspection.formula().layout(), inspection.gradient()));
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
        if (Double.isNaN(check.gradientError())) {
            return "not checked: f is not finite around this point";
        }
        boolean second = inspection.curvature().isPresent();
        if (check.passed()) {
            String hessian = second ? ", ∇²f to " + Numbers.rounded(check.hessianError()) : "";
            return "agree with central differences (∇f to " + Numbers.rounded(check.gradientError()) + hessian + ")";
        }
        List<String> names = inspection.entries();
        String hessian = second
                ? ", ∂²f/∂" + names.get(check.hessianRow()) + "∂" + names.get(check.hessianColumn()) + " by "
                        + Numbers.rounded(check.hessianError())
                : "";
        return "differ from central differences: ∂f/∂" + names.get(check.gradientEntry()) + " by "
                + Numbers.rounded(check.gradientError()) + hessian
                + ", relative to their size; f may not be smooth here";
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
