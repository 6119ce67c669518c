package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that belong to the language, and which names are left for variables and lets. */
final class Reserved {
    /** The end of every message about the part of the language that this version only recognises. */
    static final String NEEDS_VECTOR = "needs a vector, and formulas are scalar in this version";

    static final String CONDITIONAL = "if";

    static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

    /** Reserved already now, so that a formula written today keeps its meaning when they arrive. */
    static final Set<String> VECTOR_FUNCTIONS = Set.of(
            "sum",
            "prod",
            "vector",
            "dot",
            "norm2",
            "norm1",
            "trace",
            "logdet",
            "inv",
            "logsumexp",
            "softmax",
            "length",
            "rows",
            "columns");

    /** Names that other books and languages use for the same thing; too far from ours for a spelling suggestion. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "ln",
            "log",
            "arcsin",
            "asin",
            "arccos",
            "acos",
            "arctan",
            "atan",
            "logistic",
            "sigmoid",
            "tg",
            "tan",
            "fabs",
            "abs",
            "maximum",
            "max",
            "minimum",
            "min",
            "power",
            "pow");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}0-9_]*");

    private Reserved() {}

    static boolean isFunction(String name) {
        return Function.named(name).isPresent() || VECTOR_FUNCTIONS.contains(name) || name.equals(CONDITIONAL);
    }

    /** What a user may have meant by an unknown function: {@code "; did you mean 'sin'?"}, or nothing. */
    static String suggestFunction(String unknown) {
        String synonym = SYNONYMS.get(unknown);
        if (synonym != null) {
            return didYouMean(synonym);
        }
        List<String> names = new ArrayList<>();
        Stream.of(Function.values()).map(Function::text).forEach(names::add);
        VECTOR_FUNCTIONS.stream().sorted().forEach(names::add);
        names.add(CONDITIONAL);
        return Suggestion.closest(unknown, names).map(Reserved::didYouMean).orElse("");
    }

    static String didYouMean(String name) {
        return "; did you mean '" + name + "'?";
    }

    /**
     * Checks that a name may be given to a variable or a let.
     *
     * @throws FormulaException if it is not a name or belongs to the language
     */
    static void requireFree(String name) {
        requireName(name, name);
        if (CONSTANTS.containsKey(name)) {
            throw refused(name, "'" + name + "' is the constant " + CONSTANTS.get(name) + "; choose another name");
        }
        if (isFunction(name)) {
            throw refused(name, "'" + name + "' is a function; choose another name");
        }
    }

    /** Checks one part of a name that may have two. */
    static void requireName(String whole, String part) {
        if (!NAME.matcher(part).matches()) {
            throw refused(whole, "'" + part + "' is not a name; write a letter or _, then letters, digits or _");
        }
    }

    static FormulaException refused(String name, String problem) {
        return new FormulaException(problem, name, 0, name.length());
    }
}
