package dev.optimizer.runner.config.numbers;

import dev.optimizer.autodiff.ConstantFormula;
import dev.optimizer.formula.Data;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers that may be written as formulas, over the data and the constant lets of their problem. */
public final class ConstantReader {
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(nan|NaN|NAN|inf|Inf|INF)");
    private static final Pattern NOT_DECIMAL = Pattern.compile("[-+]?0[xob][0-9a-fA-F_]+");

    private final Diagnostics diagnostics;
    private final Nodes nodes;
    private final FormulaErrors errors;
    private final List<NamedData> data;
    private final List<Formula.Let> lets;

    /** Whether names may be missing here that the problem would have, if it could be read. */
    private final boolean incomplete;

    private ConstantReader(Diagnostics diagnostics, List<NamedData> data, List<Formula.Let> lets, boolean incomplete) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        this.errors = new FormulaErrors(diagnostics);
        this.data = data;
        this.lets = lets;
        this.incomplete = incomplete;
    }

    /** For numbers that stand outside any problem. */
    static ConstantReader plain(Diagnostics diagnostics) {
        return new ConstantReader(diagnostics, List.of(), List.of(), false);
    }

    /** For numbers about a problem. */
    public static ConstantReader of(Diagnostics diagnostics, Names names) {
        return new ConstantReader(
                diagnostics,
                names.data(),
                names.function().map(ConstantReader::constantLets).orElse(List.of()),
                names.function().isEmpty());
    }

    /** A finite number, or the value of a scalar formula without variables. */
    public Optional<Double> number(String label, YamlNode node) {
        Optional<Data> value = value(label, node);
        if (value.isPresent() && !value.get().shape().isScalar()) {
            diagnostics.add(
                    node.span(),
                    label + " must be a number, but this is "
                            + value.get().shape().inWords());
            return Optional.empty();
        }
        return value.map(one -> one.values()[0]);
    }

    /** Finite numbers of any shape: a number, or the value of a formula without variables. */
    Optional<Data> value(String label, YamlNode node) {
        Optional<Scalar> scalar = nodes.scalar(label, "a number or a formula", node);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (scalar.get().isPlain() && Kind.Real.isNumber(scalar.get().text())) {
            return nodes.number(label, Kind.number(), node).map(Data::scalar);
        }
        Optional<String> foreign = foreign(scalar.get());
        if (foreign.isPresent()) {
            diagnostics.add(node.span(), label + foreign.get());
            return Optional.empty();
        }
        return evaluate(label, scalar.get()).filter(value -> isFinite(label, scalar.get(), value));
    }

    /** What YAML takes for a number or for nothing, and we do not. */
    private static Optional<String> foreign(Scalar scalar) {
        String text = scalar.text();
        if (!scalar.isPlain()) {
            return Optional.empty();
        } else if (NOT_FINITE.matcher(text).matches()) {
            return Optional.of(" must be a finite number: " + text);
        }
        boolean based = NOT_DECIMAL.matcher(text).matches();
        return based ? Optional.of(" must be a decimal number: " + Wording.quote(text)) : Optional.empty();
    }

    private Optional<Data> evaluate(String label, Scalar scalar) {
        try {
            return Optional.of(evaluate(scalar.text()));
        } catch (FormulaException e) {
            if (!incomplete) {
                errors.report(scalar, e);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever cannot be computed stands at its place, and what is read after it is still checked.
            diagnostics.add(scalar.span(), label + " cannot be computed: " + Wording.cutLines(Thrown.inWords(e)));
        }
        return Optional.empty();
    }

    private Data evaluate(String text) {
        Formula.Builder builder = Formula.builder();
        data.forEach(one -> builder.data(one.name(), one.values()));
        builder.closed();
        lets.forEach(let -> builder.let(let.name(), let.text()));
        Formula formula = builder.parse(text);
        return new Data(formula.shape(), ConstantFormula.values(formula));
    }

    private boolean isFinite(String label, Scalar scalar, Data value) {
        for (double number : value.values()) {
            if (!Double.isFinite(number)) {
                String which = value.shape().isScalar() ? " is " : " has the entry ";
                String message = label + " must be finite: " + Wording.cut(scalar.text()) + which + number;
                diagnostics.add(scalar.span(), message);
                return false;
            }
        }
        return true;
    }

    /** The lets that depend on no variable, not even through other lets. */
    private static List<Formula.Let> constantLets(Function function) {
        List<Formula.Let> constants = new ArrayList<>();
        boolean[] constant = new boolean[function.lets().size()];
        for (int i = 0; i < constant.length; i++) {
            Formula.Let let = function.lets().get(i);
            constant[i] = Expression.postOrder(let.expression()).stream()
                    .noneMatch(node -> node instanceof Expression.Variable
                            || node instanceof Expression.Reference reference && !constant[reference.index()]);
            if (constant[i]) {
                constants.add(let);
            }
        }
        return constants;
    }
}
