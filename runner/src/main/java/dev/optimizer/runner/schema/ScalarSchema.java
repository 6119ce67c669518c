package dev.optimizer.runner.schema;

import dev.optimizer.runner.config.declaration.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Schemas of single words and numbers. */
final class ScalarSchema {
    private ScalarSchema() {}

    static Map<String, Object> of(Kind.Scalar kind) {
        if (kind instanceof Kind.Real real) {
            return real(real);
        } else if (kind instanceof Kind.Whole whole) {
            return whole(whole);
        } else if (kind instanceof Kind.Word word) {
            return Map.of("enum", word.words());
        } else if (kind instanceof Kind.Text text) {
            return text(text);
        }
        return Map.of("type", "boolean");
    }

    /** A default as JSON has it: a number, a truth value or text. */
    static Object literal(Kind kind, String text) {
        boolean number = kind instanceof Kind.Real || kind instanceof Kind.Whole;
        if (number && !text.endsWith("inf")) {
            return new BigDecimal(text);
        }
        return kind instanceof Kind.Flag ? (Object) Boolean.valueOf(text) : text;
    }

    /** A pattern for a whole text; JSON Schema looks for one anywhere in it. */
    static String anchored(Pattern pattern) {
        return "^(?:" + pattern.pattern() + ")$";
    }

    private static Map<String, Object> real(Kind.Real real) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", "number");
        if (!Double.isInfinite(real.min().value())) {
            number.put(
                    real.min().included() ? "minimum" : "exclusiveMinimum",
                    decimal(real.min().value()));
        }
        if (!Double.isInfinite(real.max().value())) {
            number.put(
                    real.max().included() ? "maximum" : "exclusiveMaximum",
                    decimal(real.max().value()));
        }
        return real.infinity() ? Map.of("anyOf", List.of(number, infinity(real))) : number;
    }

    private static Map<String, Object> infinity(Kind.Real real) {
        boolean negative = Double.isInfinite(real.min().value());
        boolean positive = Double.isInfinite(real.max().value());
        String sign = negative && positive ? "[-+]?" : negative ? "-" : "\\+?";
        return matching("string", "^" + sign + "\\.?inf$");
    }

    private static Map<String, Object> whole(Kind.Whole whole) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", "integer");
        number.put("minimum", whole.min());
        number.put("maximum", whole.max());
        return number;
    }

    /** What YAML takes for a number may be a name as well: {@code name: 2026}. */
    private static Map<String, Object> text(Kind.Text text) {
        List<String> types = new ArrayList<>(List.of("string"));
        if (text.pattern().matcher("1").matches()) {
            types.add("number");
        }
        return matching(types, anchored(text.pattern()));
    }

    private static Map<String, Object> matching(Object type, String pattern) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("pattern", pattern);
        return schema;
    }

    private static BigDecimal decimal(double bound) {
        return new BigDecimal(Double.toString(bound)).stripTrailingZeros();
    }
}
