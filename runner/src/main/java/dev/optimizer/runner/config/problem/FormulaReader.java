package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.numbers.FormulaErrors;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the formula of a problem over its variables, data and lets. */
final class FormulaReader {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Diagnostics diagnostics;
    private final FormulaText texts;
    private final FormulaErrors errors;

    /** Lets that could not be read: what is said of them elsewhere is not to be trusted. */
    private final Set<String> broken = new HashSet<>();

    FormulaReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.texts = new FormulaText(diagnostics);
        this.errors = new FormulaErrors(diagnostics);
    }

    /** What a formula may use: each key with what was read of it, in the order of the config. */
    record Declarations(Map<Entry, Shape> variables, Map<Entry, List<NamedData>> data, List<Entry> lets) {}

    /** A scalar to be minimised, or, under the key {@code residuals}, a vector. */
    Optional<Formula> read(Declarations declarations, Entry formula) {
        Formula.Builder builder = Formula.builder();
        boolean good = declare(builder, declarations);
        Optional<Formula> read =
                texts.read(formula.name(), formula.value()).flatMap(text -> parse(builder, formula, text));
        return good ? read.flatMap(result -> requireVariables(result, formula)) : Optional.empty();
    }

    private Optional<Formula> parse(Formula.Builder builder, Entry formula, Scalar text) {
        try {
            Formula parsed = builder.parse(text.text());
            boolean residuals = formula.name().equals(ProblemReader.RESIDUALS);
            return Optional.of(residuals ? parsed.requireVector() : parsed.requireScalar());
        } catch (FormulaException e) {
            report(text, e);
            return Optional.empty();
        }
    }

    /** Records an error, unless it is about a let that has its own: nobody knows what that would have been. */
    private void report(Scalar text, FormulaException e) {
        String wrong = e.source().substring(e.start(), e.end());
        boolean unknown = WORD.matcher(wrong).results().anyMatch(word -> broken.contains(word.group()));
        // What is missing is missing whatever stands beside it.
        if (!unknown || e.problem().startsWith("missing ")) {
            errors.report(text, e);
        }
    }

    private boolean declare(Formula.Builder builder, Declarations declarations) {
        boolean good = true;
        for (Map.Entry<Entry, Shape> variable : declarations.variables().entrySet()) {
            Entry entry = variable.getKey();
            good &= errors.attempt(entry.key(), () -> builder.variable(entry.name(), variable.getValue()))
                    .isPresent();
        }
        for (Map.Entry<Entry, List<NamedData>> data : declarations.data().entrySet()) {
            good &= data(builder, data.getKey(), data.getValue());
        }
        for (Entry let : declarations.lets()) {
            good &= let(builder, let);
        }
        return good;
    }

    private boolean data(Formula.Builder builder, Entry entry, List<NamedData> data) {
        for (NamedData one : data) {
            try {
                builder.data(one.name(), one.values());
            } catch (FormulaException e) {
                // The name of a table's column is not in the config: the key is all that can be shown.
                diagnostics.add(entry.key().span(), Wording.cutLines(e.problem()));
                return false;
            }
        }
        return true;
    }

    private boolean let(Formula.Builder builder, Entry let) {
        Optional<Scalar> text = texts.read(let.name(), let.value());
        try {
            if (text.isPresent()) {
                builder.let(let.name(), text.get().text());
                return true;
            }
        } catch (FormulaException e) {
            // Whether the name or the text is wrong can be told from the source that the exception quotes.
            report(e.source().equals(let.name()) ? let.key() : text.get(), e);
        }
        broken.add(let.name());
        return false;
    }

    private Optional<Formula> requireVariables(Formula formula, Entry entry) {
        if (formula.variables().isEmpty()) {
            diagnostics.add(entry.value().span(), "the formula has no variable; there is nothing to optimise");
            return Optional.empty();
        }
        return sharedColumn(formula)
                .map(message -> {
                    diagnostics.add(entry.value().span(), message);
                    return Optional.<Formula>empty();
                })
                .orElse(Optional.of(formula));
    }

    /** The results name entries {@code w_1} and {@code U_1_2}; a variable of such a name would be one of them. */
    private static Optional<String> sharedColumn(Formula formula) {
        return EntryColumns.conflict(formula.layout());
    }
}
