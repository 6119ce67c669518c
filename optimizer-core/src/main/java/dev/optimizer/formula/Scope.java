package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a formula may use, and the positions they stand for; grows by the variables it meets unless closed. */
final class Scope {
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final Map<String, Integer> lets = new LinkedHashMap<>();
    private boolean closed;

    void close() {
        closed = true;
    }

    void declareVariable(String name) {
        requireNew(name);
        variables.put(name, variables.size());
    }

    void declareLet(String name) {
        lets.put(name, lets.size());
    }

    void requireNew(String name) {
        Reserved.requireFree(name);
        if (isKnown(name)) {
            String kind = variables.containsKey(name) ? "variable" : "let";
            throw Reserved.refused(name, "'" + name + "' is already a " + kind + "; choose another name");
        }
    }

    boolean isKnown(String name) {
        return variables.containsKey(name) || lets.containsKey(name);
    }

    /** What a name that is no function stands for; empty if it is unknown and the scope is closed. */
    Optional<Expression> resolve(Token name) {
        String text = name.text();
        Double constant = Reserved.CONSTANTS.get(text);
        if (constant != null) {
            return Optional.of(new Expression.Number(constant, name.start(), name.end()));
        }
        Integer let = lets.get(text);
        if (let != null) {
            return Optional.of(new Expression.Reference(text, let, name.start(), name.end()));
        }
        if (closed && !variables.containsKey(text)) {
            return Optional.empty();
        }
        Integer next = variables.size();
        Integer known = variables.putIfAbsent(text, next);
        return Optional.of(new Expression.Variable(text, known == null ? next : known, name.start(), name.end()));
    }

    /** What can be said of a name that did not resolve, with the nearest name that would. */
    String unknown(String name) {
        List<String> candidates = new ArrayList<>(variables());
        candidates.addAll(lets.keySet());
        Optional<String> closest = Suggestion.closest(name, candidates);
        if (closest.isPresent()) {
            return "unknown variable '" + name + "'" + Reserved.didYouMean(closest.get());
        }
        return "unknown variable '" + name + "'" + (candidates.isEmpty() ? "; this formula can have none" : "");
    }

    List<String> variables() {
        return List.copyOf(variables.keySet());
    }
}
