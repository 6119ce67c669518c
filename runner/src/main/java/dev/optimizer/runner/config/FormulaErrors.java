package dev.optimizer.runner.config;

import dev.optimizer.formula.FormulaException;
import dev.optimizer.runner.config.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Supplier;

/** Places the errors of a formula at their very characters in the file. */
final class FormulaErrors {
    private final Diagnostics diagnostics;

    FormulaErrors(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The result, or nothing after what was thrown has been recorded. */
    <T> Optional<T> attempt(Scalar text, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FormulaException e) {
            report(text, e);
            return Optional.empty();
        }
    }

    void report(Scalar text, FormulaException e) {
        Optional<Span> span = new ScalarText(diagnostics.source(text.span()), text).span(e.start(), e.end());
        if (span.isPresent()) {
            diagnostics.add(span.get(), Wording.cutLines(e.problem()));
        } else {
            // YAML has rewritten the text: the message brings its own picture of it.
            diagnostics.add(text.span(), Wording.cutLines(e.getMessage()));
        }
    }
}
