package dev.optimizer.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Functions that other books and languages have under names of their own, and how a formula writes them. The nearest
 * spelling would be a false friend for many: {@code log10} is no {@code log1p}, {@code sign} no {@code sin}.
 */
final class ForeignNames {
    /** The same functions under other names. */
    private static final String SYNONYMS = """
            ln log
            arcsin asin
            arccos acos
            arctan atan
            arctg atan
            tg tan
            sh sinh
            ch cosh
            th tanh
            fabs abs
            logistic sigmoid
            expit sigmoid
            lse logsumexp
            maximum max
            minimum min
            power pow
            product prod
            inverse inv
            norm norm2
            inner dot
            tr trace
            len length
            """;

    /** What takes more than another name. */
    private static final String REMEDIES = """
            lg: log(x)/log(10)
            log10: log(x)/log(10)
            log2: log(x)/log(2)
            exp2: 2^x
            exp10: 10^x
            logit: log(x/(1 - x))
            sqr: x^2
            square: x^2
            cbrt: if(x < 0, -(-x)^(1/3), x^(1/3))
            hypot: norm2([x, y])
            cot: 1/tan(x)
            ctg: 1/tan(x)
            sec: 1/cos(x)
            csc: 1/sin(x)
            asinh: log(x + sqrt(x^2 + 1))
            arsinh: log(x + sqrt(x^2 + 1))
            acosh: log(x + sqrt(x^2 - 1))
            arcosh: log(x + sqrt(x^2 - 1))
            atanh: (log1p(x) - log1p(-x))/2
            artanh: (log1p(x) - log1p(-x))/2
            atan2: 2*atan(y/(sqrt(x^2 + y^2) + x))
            sign: if(x > 0, 1, if(x < 0, -1, 0))
            sgn: if(x > 0, 1, if(x < 0, -1, 0))
            relu: max(x, 0)
            heaviside: if(x > 0, 1, 0)
            where: if(x > 0, a, b)
            ifelse: if(x > 0, a, b)
            mean: sum(v)/length(v)
            average: sum(v)/length(v)
            sumsq: norm2(v)^2
            transpose: A'
            det: exp(logdet(A))
            matmul: A*B
            """;

    private static final Map<String, String> ADVICE = advice();

    private ForeignNames() {}

    private static Map<String, String> advice() {
        Map<String, String> advice = new TreeMap<>();
        SYNONYMS.lines()
                .map(line -> line.split(" "))
                .forEach(words -> advice.put(words[0], Reserved.didYouMean(words[1])));
        REMEDIES.lines().map(line -> line.split(": ")).forEach(words -> advice.put(words[0], "; write " + words[1]));
        return advice;
    }

    /** What to write instead of a name, if it is a well-known one: {@code "; write log(x)/log(10)"}. */
    static Optional<String> advice(String name) {
        return Optional.ofNullable(ADVICE.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All advice by name, for the test that it can be followed. */
    static Map<String, String> all() {
        return Map.copyOf(ADVICE);
    }
}
