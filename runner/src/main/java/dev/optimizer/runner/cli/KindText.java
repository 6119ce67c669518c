package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.util.stream.Collectors;

/** What a value may be, in words. */
final class KindText {
    private KindText() {}

    static String of(Kind kind) {
        if (kind instanceof Kind.Word word) {
            return String.join(" | ", word.words());
        }
        if (kind instanceof Kind.Variant variant) {
            return variant.sections().stream().map(Section::name).collect(Collectors.joining(" | "));
        }
        if (kind instanceof Kind.Real real) {
            return lower(real.min()) + "number" + upper(real.max());
        }
        if (kind instanceof Kind.Whole whole) {
            return whole.noun() + " from " + whole.min() + " to " + whole.max();
        }
        return kind instanceof Kind.Scalar scalar ? scalar.noun() : "mapping";
    }

    private static String lower(Kind.Bound bound) {
        return Double.isInfinite(bound.value()) ? "" : bound + (bound.included() ? " <= " : " < ");
    }

    private static String upper(Kind.Bound bound) {
        return Double.isInfinite(bound.value()) ? "" : (bound.included() ? " <= " : " < ") + bound;
    }
}
