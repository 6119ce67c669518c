package dev.optimizer.problem;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the function of a problem: a formula, or blocks of residuals. */
final class FormulaReader {
    /** {@code x} or {@code x[n]}. */
    private static final Pattern VARIABLE = Pattern.compile("(\\w+)(?:\\[(.+)])?");

    /** Behind the name of a block: the data that say which of its entries a residual is. */
    private static final String ENTRY = "_entry";

    private final ProblemFile file;
    private final Constants constants;
    private final Map<String, Data> data = new LinkedHashMap<>();
    private final Map<String, String> blocks;

    FormulaReader(ProblemFile file, Constants constants) {
        this.file = file;
        this.constants = constants;
        this.blocks = file.group("residuals");
        file.group("data").forEach((name, list) -> data.put(name, Data.vector(constants.list(list))));
    }

    Map<String, Data> data() {
        return data;
    }

    /** The formula of the file, or the sum of the squares of all residuals. */
    Formula objective() {
        if (blocks.isEmpty()) {
            return names(data).parse(file.get("formula"));
        }
        return names(data)
                .parse(shapes().stream()
                        .map(block -> block.shape().isScalar() ? block.name() + "^2" : "sum(" + block.name() + ".^2)")
                        .collect(Collectors.joining(" + ")));
    }

    /** All residuals as one vector, block after block; empty if the file has a formula. */
    Optional<Formula> residuals() {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        List<Formula.Let> shapes = shapes();
        if (shapes.size() == 1 && shapes.get(0).shape().isVector()) {
            return Optional.of(names(data).parse(shapes.get(0).name()));
        }
        if (shapes.stream().allMatch(block -> block.shape().isScalar())) {
            return Optional.of(names(data).parse("[" + String.join(", ", blocks.keySet()) + "]"));
        }
        return Optional.of(joined(shapes));
    }

    /**
     * The k-th residual is {@code if(k <= e1, u[u_entry[k]], if(k <= e2, v[v_entry[k]], w))} for blocks u, v, w that end at
     * e1, e2, m: the language joins vectors by subscripts that it reads from data.
     */
    private Formula joined(List<Formula.Let> shapes) {
        int m = shapes.stream().mapToInt(FormulaReader::size).sum();
        Map<String, Data> all = new LinkedHashMap<>(data);
        StringBuilder choice = new StringBuilder();
        int end = 0;
        for (Formula.Let block : shapes) {
            String entry = block.name();
            if (block.shape().isVector()) {
                all.put(block.name() + ENTRY, entries(m, end, size(block)));
                entry += "[" + block.name() + ENTRY + "[k]]";
            }
            end += size(block);
            choice.append(end == m ? entry : "if(k <= " + end + ", " + entry + ", ");
        }
        return names(all).parse("vector(k in 1.." + m + ", " + choice + ")".repeat(shapes.size()));
    }

    /** For each of m residuals the entry of a block that stands behind so many others; where it is another's, any one. */
    private static Data entries(int m, int before, int size) {
        double[] entries = new double[m];
        for (int k = 0; k < m; k++) {
            entries[k] = Math.min(Math.max(k + 1 - before, 1), size);
        }
        return Data.vector(entries);
    }

    private static int size(Formula.Let block) {
        return Math.toIntExact(block.shape().size());
    }

    /** The blocks with their shapes, which only a formula that has been read knows. */
    private List<Formula.Let> shapes() {
        List<Formula.Let> lets = names(data).parse("0").lets();
        return lets.subList(lets.size() - blocks.size(), lets.size());
    }

    /** All that the formula can name. */
    private Formula.Builder names(Map<String, Data> data) {
        Formula.Builder builder = Formula.builder();
        for (String variable : file.get("variables").split(" +")) {
            Matcher parts = file.matched(VARIABLE, variable);
            Shape shape = parts.group(2) == null ? Shape.scalar() : Shape.vector(constants.whole(parts.group(2)));
            builder.variable(parts.group(1), shape);
        }
        data.forEach(builder::data);
        builder.closed();
        constants.declare(builder);
        file.group("let").forEach(builder::let);
        blocks.forEach(builder::let);
        return builder;
    }
}
