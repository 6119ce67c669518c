package dev.optimizer.formula;

import dev.optimizer.formula.Expression.LoopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words that belong to the language, and which names are left for variables and lets. */
final class Reserved {
    static final String CONDITIONAL = "if";

    static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

    /** What can stand before a range, {@code sum(i in 1..3, i^2)}; some are functions of arrays besides. */
    private static final List<String> LOOPS =
            Stream.of(LoopKind.values()).map(LoopKind::text).toList();

    private Reserved() {}

    static boolean isFunction(String name) {
        return Function.named(name).isPresent() || isLoop(name) || name.equals(CONDITIONAL);
    }

    static boolean isLoop(String name) {
        return LOOPS.contains(name);
    }

    /** How a function is written. */
    static String example(String function) {
        if (function.equals(CONDITIONAL)) {
            return "if(condition, a, b)";
        }
        return Function.named(function).isPresent() ? function + "(...)" : function + "(i in 1..3, i^2)";
    }

    /** What a user may have meant by an unknown function: {@code "; did you mean 'sin'?"}, {@code "; write 2^x"}, or nothing. */
    static String suggestFunction(String unknown) {
        List<String> names = new ArrayList<>();
        Stream.of(Function.values()).map(Function::text).forEach(names::add);
        names.addAll(LOOPS);
        names.add(CONDITIONAL);
        return ForeignNames.advice(unknown)
                .or(() -> Suggestion.closest(unknown, names).map(Reserved::didYouMean))
                .orElse("");
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
        if (!Lexer.isName(part)) {
            throw refused(whole, "'" + part + "' is not a name; write a letter or _, then letters, digits or _");
        }
    }

    static FormulaException refused(String name, String problem) {
        return new FormulaException(problem, name, 0, name.length());
    }
}
