package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The names that a formula may use and what they stand for: variables, data, lets, and the indices of the loops around
 * the place that is being read. Grows by the scalar variables it meets, unless closed.
 */
final class Scope {
    /** Loops inside each other. */
    static final int MAX_LOOPS = 20;

    /** Iterations that a formula's subscripts may be checked for one by one: some tenths of a second. */
    private static final long MAX_CHECKS = 5_000_000;

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Set<String> undeclared = new HashSet<>();
    private final Map<String, Data> data = new LinkedHashMap<>();
    private final Map<String, Let> lets = new LinkedHashMap<>();
    private final Set<String> tables = new HashSet<>();
    /** From the outermost inwards: the place of a loop is its level. */
    private final List<LoopRange> loops = new ArrayList<>();

    private final Set<String> indices = new HashSet<>();
    private long checksLeft = MAX_CHECKS;
    private final Map<Data, Optional<Interval>> wholeRanges = new HashMap<>();
    private long dimension;
    private boolean closed;

    /** A let: its position, its shape, and its value if that is a whole number which a subscript may use. */
    private record Let(int position, Shape shape, OptionalLong integer) {}

    void close() {
        closed = true;
    }

    void declareVariable(String name, Shape shape) {
        requireNew(name);
        requireSize(name, shape);
        if (dimension + shape.size() > Shape.MAX_SIZE) {
            throw Reserved.refused(
                    name,
                    "with '" + name + "' the variables have " + (dimension + shape.size())
                            + " entries together; at most " + Shape.MAX_SIZE);
        }
        add(name, shape);
    }

    private int add(String name, Shape shape) {
        int position = variables.size();
        positions.put(name, position);
        variables.add(new Variable(name, shape, dimension));
        dimension += shape.size();
        return position;
    }

    /** Data may have a name in two parts, {@code obs.t}: the column of a table. */
    void declareData(String name, Data values) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            requireNew(name);
        } else {
            String table = name.substring(0, dot);
            if (!tables.contains(table)) {
                requireNew(table);
            }
            Reserved.requireName(name, name.substring(dot + 1));
            if (data.containsKey(name)) {
                throw Reserved.refused(name, "'" + name + "' is already data; choose another name");
            }
            tables.add(table);
        }
        requireSize(name, values.shape());
        data.put(name, values);
    }

    void declareLet(String name, Expression value, Source source) {
        OptionalLong integer = IndexReader.constant(value, source, this);
        lets.put(name, new Let(lets.size(), value.shape(), integer));
    }

    void requireNew(String name) {
        Reserved.requireFree(name);
        kindOf(name).ifPresent(kind -> {
            throw Reserved.refused(name, "'" + name + "' is already " + kind + "; choose another name");
        });
    }

    private static void requireSize(String name, Shape shape) {
        if (shape.isTooLarge()) {
            throw Reserved.refused(name, shape.tooLarge());
        }
    }

    /** What a name is already: {@code a variable}, {@code a let}, … */
    private Optional<String> kindOf(String name) {
        if (positions.containsKey(name)) {
            return Optional.of("a variable");
        } else if (lets.containsKey(name)) {
            return Optional.of("a let");
        } else if (data.containsKey(name)) {
            return Optional.of("data");
        } else if (tables.contains(name)) {
            return Optional.of("a table");
        }
        return loopNamed(name).isPresent() ? Optional.of("the index of a loop around this one") : Optional.empty();
    }

    boolean isKnown(String name) {
        return kindOf(name).isPresent();
    }

    /** Whether a name was declared by nobody and has become a scalar variable by being used. */
    boolean isUndeclared(String name) {
        return undeclared.contains(name);
    }

    /** The whole number that a let stands for, if it stands for one. */
    OptionalLong integer(Expression.Reference let) {
        return lets.get(let.name()).integer();
    }

    /** The smallest and largest number of data that are all whole; empty for others. */
    Optional<Interval> wholeRange(Data values) {
        return wholeRanges.computeIfAbsent(values, Interval::ofWhole);
    }

    /** How many iterations may still be checked; counts one down. */
    long spendCheck() {
        return checksLeft--;
    }

    /** Begins the body of a loop. */
    void enter(LoopRange loop) {
        loops.add(loop);
        indices.add(loop.name());
    }

    /** Ends the body of the innermost loop. */
    void leave() {
        loops.remove(loops.size() - 1);
    }

    /** The loops around, from the outermost inwards. */
    List<LoopRange> loops() {
        return loops;
    }

    private Optional<LoopRange> loopNamed(String name) {
        for (LoopRange loop : loops) {
            if (loop.name().equals(name)) {
                return Optional.of(loop);
            }
        }
        return Optional.empty();
    }

    /** What a name that is no function stands for; empty if {@link #unknown} has to tell why it stands for nothing. */
    Optional<Expression> resolve(Token name) {
        String text = name.text();
        int start = name.start();
        int end = name.end();
        Double constant = Reserved.CONSTANTS.get(text);
        if (constant != null) {
            return Optional.of(new Expression.Number(constant, start, end));
        }
        Optional<LoopRange> loop = loopNamed(text);
        if (loop.isPresent()) {
            return Optional.of(new Expression.LoopIndex(text, loop.get().level(), start, end));
        }
        Let let = lets.get(text);
        if (let != null) {
            return Optional.of(new Expression.Reference(text, let.position(), let.shape(), start, end));
        }
        Data values = data.get(text);
        return values != null
                ? Optional.of(new Expression.DataReference(text, values, start, end))
                : variable(text)
                        .map(position -> new Expression.Variable(
                                text, position, variables.get(position).shape(), start, end));
    }

    private Optional<Integer> variable(String name) {
        Integer known = positions.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        // A name that was an index before is a mistake more likely than a variable of the same name.
        if (closed || name.contains(".") || tables.contains(name) || indices.contains(name)) {
            return Optional.empty();
        }
        undeclared.add(name);
        return Optional.of(add(name, Shape.scalar()));
    }

    /** What can be said of a name that did not resolve, with the nearest name that would. */
    String unknown(String name) {
        if (indices.contains(name)) {
            return "'" + name + "' is the index of a loop and known only inside it";
        }
        List<String> candidates = new ArrayList<>(variables());
        candidates.addAll(lets.keySet());
        candidates.addAll(data.keySet());
        if (tables.contains(name)) {
            return "'" + name + "' is a table; write one of its columns, " + columns(name);
        }
        int dot = name.indexOf('.');
        if (dot >= 0 && tables.contains(name.substring(0, dot))) {
            return unknownColumn(name, name.substring(0, dot));
        }
        Optional<String> closest = Suggestion.closest(name, candidates);
        if (closest.isPresent()) {
            return "unknown variable '" + name + "'" + Reserved.didYouMean(closest.get());
        }
        if (dot >= 0) {
            return "'" + name.substring(0, dot) + "' is not a table, so it has no columns";
        }
        return "unknown variable '" + name + "'" + (candidates.isEmpty() ? "; this formula can have none" : "");
    }

    private String unknownColumn(String name, String table) {
        String column = name.substring(table.length() + 1);
        List<String> columns = columns(table);
        String hint = Suggestion.closest(
                        column,
                        columns.stream()
                                .map(c -> c.substring(table.length() + 1))
                                .toList())
                .map(c -> Reserved.didYouMean(table + "." + c))
                .orElse("; it has " + columns);
        return "table '" + table + "' has no column '" + column + "'" + hint;
    }

    private List<String> columns(String table) {
        return data.keySet().stream()
                .filter(name -> name.startsWith(table + "."))
                .toList();
    }

    /** The names of the variables, in the order of their entries. */
    List<String> variables() {
        return List.copyOf(positions.keySet());
    }

    List<Variable> layout() {
        return List.copyOf(variables);
    }
}
