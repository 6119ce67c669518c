package dev.optimizer.runner.config;

import dev.optimizer.autodiff.ConstantFormula;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.runner.config.YamlNode.Entry;
import dev.optimizer.runner.config.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads formulas; an error in one is placed at its very character in the file. */
final class FormulaReader {
    private final Diagnostics diagnostics;
    private final Nodes nodes;

    FormulaReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
    }

    /**
     * The objective of a problem.
     *
     * @param variables names that were checked already, with their places
     * @param lets the named intermediate formulas, in order
     */
    Optional<Formula> read(List<Entry> variables, List<Entry> lets, Entry formula) {
        Formula.Builder builder = Formula.builder();
        boolean good = true;
        for (Entry variable : variables) {
            good &= attempt(variable.key(), () -> builder.variable(variable.name()))
                    .isPresent();
        }
        for (Entry let : lets) {
            good &= let(builder, let);
        }
        Optional<Formula> read = nodes.scalar(formula.name(), "a formula", formula.value())
                .flatMap(text -> attempt(text, () -> builder.parse(text.text())));
        return good ? read.flatMap(result -> requireVariables(result, formula)) : Optional.empty();
    }

    /** A finite number, or the value of a formula without variables. */
    Optional<Double> constant(String label, YamlNode node) {
        Optional<Scalar> scalar = nodes.scalar(label, "a number or a formula", node);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (scalar.get().isPlain() && Kind.Real.isNumber(scalar.get().text())) {
            return nodes.number(label, Kind.number(), node);
        }
        String text = scalar.get().text();
        Optional<Double> value = attempt(
                        scalar.get(), () -> Formula.builder().closed().parse(text))
                .map(ConstantFormula::value);
        if (value.isPresent() && !Double.isFinite(value.get())) {
            diagnostics.add(node.span(), label + " must be finite: " + Wording.cut(text) + " is " + value.get());
            return Optional.empty();
        }
        return value;
    }

    private boolean let(Formula.Builder builder, Entry let) {
        Optional<Scalar> text = nodes.scalar(let.name(), "a formula", let.value());
        if (text.isEmpty()) {
            return false;
        }
        try {
            builder.let(let.name(), text.get().text());
            return true;
        } catch (FormulaException e) {
            // Whether the name or the text is wrong can be told from the source that the exception quotes.
            report(e.source().equals(let.name()) ? let.key() : text.get(), e);
            return false;
        }
    }

    private Optional<Formula> requireVariables(Formula formula, Entry entry) {
        if (formula.variables().isEmpty()) {
            diagnostics.add(entry.value().span(), "the formula has no variable; there is nothing to optimise");
            return Optional.empty();
        }
        return Optional.of(formula);
    }

    private <T> Optional<T> attempt(Scalar scalar, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FormulaException e) {
            report(scalar, e);
            return Optional.empty();
        }
    }

    private void report(Scalar scalar, FormulaException e) {
        Optional<Span> span = new ScalarText(diagnostics.source(), scalar).span(e.start(), e.end());
        if (span.isPresent()) {
            diagnostics.add(span.get(), Wording.cutLines(e.problem()));
        } else {
            // YAML has rewritten the text: the message brings its own picture of it.
            diagnostics.add(scalar.span(), Wording.cutLines(e.getMessage()));
        }
    }
}
