package dev.optimizer.runner.config.numbers;

import dev.optimizer.formula.FormulaException;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.ScalarText;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Supplier;

/** Places the errors of a formula at their very characters in the file. */
public final class FormulaErrors {
    private final Diagnostics diagnostics;

    public FormulaErrors(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The result, or nothing after what was thrown has been recorded. */
    public <T> Optional<T> attempt(Scalar text, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FormulaException e) {
            report(text, e);
            return Optional.empty();
        }
    }

    /** Records what is wrong with a formula, at its characters if they stand in the file as they are. */
    public void report(Scalar text, FormulaException e) {
        Optional<Span> span = new ScalarText(diagnostics.source(text.span()), text).span(e.start(), e.end());
        if (span.isPresent()) {
            diagnostics.add(span.get(), Wording.cutLines(e.problem()));
        } else {
            // YAML has rewritten the text: the message brings its own picture of it.
            diagnostics.add(text.span(), Wording.cutLines(e.getMessage()));
        }
    }
}
