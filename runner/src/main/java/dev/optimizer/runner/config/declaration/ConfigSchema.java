package dev.optimizer.runner.config.declaration;

import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.declaration.Kind.Constant;
import dev.optimizer.runner.config.declaration.Kind.Expression;
import dev.optimizer.runner.config.declaration.Kind.Items;
import dev.optimizer.runner.config.declaration.Kind.Named;
import dev.optimizer.runner.config.declaration.Kind.Nested;
import dev.optimizer.runner.config.declaration.Kind.Text;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every key of a config, declared once. The names are a contract with the user's files. */
public final class ConfigSchema {
    /** More runs would take days, and each has a trace: far below what a file system or the memory holds. */
    public static final long MAX_RUNS = 1_000_000;

    /** What Windows takes for a device, with any ending (Microsoft, Naming Files, Paths, and Namespaces). */
    private static final String DEVICE =
            "(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|[cC][oO][mM][0-9]|[lL][pP][tT][0-9])";

    /** Names of experiments become folders: no separator, no leading dot, nothing that leaves the output folder. */
    public static final Text EXPERIMENT_NAME = new Text(
            Pattern.compile("(?!" + DEVICE + "(?:\\.|$))[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?"),
            "consist of at most 100 of A-Z a-z 0-9 . _ -, neither start nor end with a dot, and be no device such as con");

    /** Names of problems, starts and solvers become parts of file names and of expressions such as descent.step. */
    public static final Text NAME = new Text(
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,59}"),
            "consist of at most 60 of A-Z a-z 0-9 _ - and start with a letter or _");

    /** Columns of a table: what a formula may have behind {@code obs.}. */
    public static final Text COLUMN_NAME = new Text(
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,59}"),
            "consist of at most 60 letters, digits or _, no digit first");

    /** How a run can have ended. */
    static final Kind.Word STATUS = Kind.word(Arrays.stream(Status.values())
            .filter(status -> status != Status.RUNNING)
            .map(Status::word)
            .toArray(String[]::new));

    /** What a point can be found to be. */
    static final Kind.Word POINT = Kind.word(Arrays.stream(PointKind.values())
            .filter(kind -> kind != PointKind.UNKNOWN)
            .map(PointKind::word)
            .toArray(String[]::new));

    /** A parameter of a built-in problem; what it may be, the problem says. */
    public static final Kind.Whole PARAMETER = Kind.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

    public static final Kind.Real TOLERANCE = Kind.number().atLeast(0);

    /** Infinity: never judged. */
    public static final Kind.Real DEVIATION_BOUND = Kind.number().atLeast(0).orInfinity();

    public static final Section STOP = Section.of(
            "stop",
            "when a run ends",
            Key.optional("gradient_norm", Kind.number().atLeast(0), "1e-8", "converged at this ‖∇f‖∞ or less"),
            Key.optional("value_change", Kind.number().atLeast(0), "0", "stalled at this change of f or less"),
            Key.optional("step_norm", Kind.number().atLeast(0), "0", "stalled at this step or less"),
            Key.optional("iterations", Kind.whole(0, Long.MAX_VALUE), "1000", "at most so many iterations"),
            Key.optional("evaluations", Kind.whole(0, Long.MAX_VALUE), "100000", "at most so many values of f"),
            Key.optional("seconds", Kind.number().atLeast(0).orInfinity(), "60", "at most so much time"));

    public static final Section RECORD = Section.of(
            "record",
            "what goes into the trace",
            Key.optional("every", Kind.whole(1, Long.MAX_VALUE), "1", "one row for so many iterations"),
            Key.optional(
                    "iterates", Kind.word("auto", "always", "never"), "auto", "auto: points of at most 10 entries"));

    public static final Section FILL =
            Section.of("fill", "one number for every entry", Key.required("fill", new Constant(), "fill: a number"));

    public static final Section OPTIMUM = Section.of(
            "optimum",
            "the known answer",
            Key.required("value", Kind.number(), "value: the known best value"),
            Key.optional("at", point(), "the point, every variable by name"));

    public static final Section DATA_FILE = Section.of(
                    "data",
                    "numbers from a file beside the config",
                    Key.optional("matrix", path(), "a CSV file without a header: a matrix"),
                    Key.optional("csv", path(), "a CSV file with a header: its columns are the vectors name.column"))
            .where(exactlyOne("matrix", "csv"));

    /** Random numbers for one variable. */
    public static final Section RANDOM_VALUE =
            Section.of("random", "a seeded random number", uniform(), normal()).where(exactlyOne("uniform", "normal"));

    /** What wraps them: {@code {random: …}}. */
    public static final Section RANDOM_VALUES = wrapper(RANDOM_VALUE);

    /** A random number for every variable, {@code count} times. */
    public static final Section RANDOM_START = Section.of(
                    "random",
                    "a seeded random point",
                    uniform(),
                    normal(),
                    Key.optional("count", Kind.whole(1, 100_000), "so many starts: name-1, name-2, …"))
            .where(exactlyOne("uniform", "normal"));

    public static final Section RANDOM_STARTS = wrapper(RANDOM_START);

    public static final Section MEASURE = Section.of(
                    "measure",
                    "what a number must be",
                    Key.optional("min", Kind.number(), "at least this"),
                    Key.optional("max", Kind.number(), "at most this"),
                    Key.optional("near", Kind.number(), "this, up to the tolerance"),
                    Key.optional("tolerance", TOLERANCE, "how far from near is near"))
            .where(
                    new Rule.AtLeastOne(List.of("min", "max", "near"), "this needs min, max or near"),
                    new Rule.Needs("tolerance", "near", "tolerance goes with near; add near, or remove tolerance"));

    public static final Section HESSIAN = Section.of(
            "hessian",
            "the second derivatives at the start",
            Key.required("values", matrix(), "values: a list of rows"),
            Key.optional("tolerance", TOLERANCE, "how far an entry may be off"));

    public static final Section SELECTOR = Section.of(
            "for",
            "which runs an expectation is about; all if a key is left out",
            Key.optional("problem", names(), "a problem, or a list of problems"),
            Key.optional("start", names(), "a start, or a list of starts"),
            Key.optional("solver", names(), "a solver, or a list of solvers"),
            Key.optional("repeat", repeats(), "a repetition, from 1, or a list of repetitions"));

    public static final Section SWEEP = Section.of(
            "sweep",
            "lists of values in place of one, for whatever a problem, a solver, stop or seed takes",
            Key.optional("grid", new Kind.Axes(), "every value of a path with every value of the others"),
            Key.optional("zip", new Named(new Kind.Axes()), "by name: the first values of all paths, the second, …"),
            Key.optional("exclude", new Items(new Kind.Selection(SELECTOR)), "runs that are left out"));

    /** What decides how long a run goes on and where random starts lie. */
    public static final Section SETTINGS =
            Section.of("config", "", seed(), Key.optional("stop", new Nested(STOP), "when a run ends"));

    public static final Section EXPECTATION = withACheck(Section.of(
            "expect",
            "what must hold of the runs selected",
            Key.optional("for", new Kind.Selection(SELECTOR), "the runs; all if left out"),
            Key.optional("status", STATUS, "how the run ended"),
            Key.optional("point", POINT, "what the final point is"),
            measure("value", "f at the final point"),
            measure("gap", "f minus the optimum's value"),
            measure("gradient_norm", "‖∇f‖∞ at the final point"),
            measure("iterations", "how many iterations were made"),
            measure("order", "the estimated order of convergence"),
            measure("rate", "the estimated rate of convergence"),
            measure("evaluations", "how many values of f were computed"),
            Key.optional("monotone", Kind.flag(), "whether f never rises from one iterate to the next"),
            Key.optional("at", point(), "the final point, some or all variables by name"),
            Key.optional("gradient", point(), "the gradient at the start, by variable"),
            Key.optional("hessian", Kind.either(matrix(), new Nested(HESSIAN)), "the Hessian at the start")));

    public static final Section DEVIATION = Section.of(
            "tolerance",
            "how far a figure may be from its baseline: absolute + relative·|baseline|",
            Key.optional("absolute", DEVIATION_BOUND, "0", "so far in any case"),
            Key.optional("relative", DEVIATION_BOUND, "0", "and this part of the baseline's figure"));

    public static final Section TOLERANCES = Section.of(
            "tolerance",
            "how far the columns may be from their baseline",
            Arrays.stream(BaselineColumn.values()).map(ConfigSchema::deviation).toArray(Key[]::new));

    public static final Section BASELINE = Section.of(
            "baseline",
            "how results are compared with the baseline",
            Key.optional("tolerance", new Nested(TOLERANCES), "how far the columns may be from it"));

    public static final Section PROBLEM = Section.of(
                    "problem",
                    "what to minimise",
                    Key.optional("formula", new Expression(), "the objective"),
                    Key.optional("builtin", NAME, "the name of a built-in problem"),
                    Key.optional(
                            "params",
                            new Named(PARAMETER),
                            "values for parameters of the built-in problem or plugin, such as n"),
                    Key.optional("residuals", new Expression(), "a vector r; the objective is ½‖r‖²"),
                    Key.optional(
                            "variables", new Named(shape()), "the variables in order with their shapes; others follow"),
                    Key.optional("data", new Named(data()), "known numbers by name"),
                    Key.optional("let", new Named(new Expression()), "named intermediate formulas, in order"),
                    Key.optional("maximise", Kind.flag(), "false", "look for a maximum of the formula"),
                    Key.optional("optimum", new Nested(OPTIMUM), "the known answer, which turns value into gap"),
                    Key.optional("starts", named(start()), "where to start from, by name"),
                    Key.optional("plugin", NAME, "the name of an objective in a jar on --plugins"),
                    Key.unsupported("bounds"))
            .where(
                    exactlyOne("formula", "residuals", "builtin", "plugin"),
                    new Rule.AtLeastOne(
                            List.of("starts", "builtin"),
                            "missing key 'starts'; add starts: with a line such as 'first: {x: 1}'"),
                    withFormula("variables", "builtin"),
                    withFormula("data", "builtin"),
                    withFormula("let", "builtin"),
                    withFormula("maximise", "builtin"),
                    withFormula("variables", "plugin"),
                    withFormula("data", "plugin"),
                    withFormula("let", "plugin"),
                    withFormula("maximise", "plugin"),
                    params("formula"),
                    params("residuals"));

    private ConfigSchema() {}

    /** The config as a whole, for the solvers that there are. */
    public static Section experiment(List<Section> solverTypes) {
        return Section.of(
                        "config",
                        "an experiment: problems × starts × solvers",
                        Key.required("version", Kind.whole(1, 1), "version: 1"),
                        Key.optional("name", EXPERIMENT_NAME, "the output folder; the file's name if left out"),
                        Key.optional(
                                "extends",
                                path(),
                                "another config, beside this one, of which this one changes something"),
                        seed(),
                        Key.optional("problem", new Nested(PROBLEM), "the one problem"),
                        Key.optional("problems", named(new Nested(PROBLEM)), "several problems by name"),
                        Key.required(
                                "solvers",
                                named(Kind.variant(solverTypes)),
                                "solvers: with a line 'name: {type: …}' for each"),
                        Key.optional("stop", new Nested(STOP), "when a run ends"),
                        Key.optional("record", new Nested(RECORD), "what goes into the trace"),
                        Key.optional("baseline", new Nested(BASELINE), "how results are compared with the baseline"),
                        Key.optional("expect", new Items(new Nested(EXPECTATION)), "what must hold of the results"),
                        Key.optional("sweep", new Nested(SWEEP), "lists of values in place of one"),
                        Key.optional("repeat", Kind.whole(1, MAX_RUNS), "1", "how often each run is made"))
                .where(exactlyOne("problem", "problems"));
    }

    private static Key seed() {
        return Key.optional("seed", Kind.whole(Long.MIN_VALUE, Long.MAX_VALUE), "1", "fixes the random starts");
    }

    private static Kind repeats() {
        Kind repetition = Kind.whole(1, MAX_RUNS);
        return Kind.either(repetition, new Items(repetition));
    }

    private static Rule exactlyOne(String... keys) {
        return new Rule.ExactlyOne(List.of(keys));
    }

    private static Rule withFormula(String key, String other) {
        return new Rule.Excludes(key, other, "'" + key + "' goes with a formula, not with " + other + "; remove it");
    }

    private static Rule params(String other) {
        return new Rule.Excludes(
                "params", other, "'params' goes with builtin or plugin, not with a formula; remove it");
    }

    private static Section withACheck(Section expectation) {
        List<String> checks =
                expectation.names().stream().filter(name -> !name.equals("for")).toList();
        return expectation.where(
                new Rule.AtLeastOne(checks, "this expects nothing; add a check such as 'status: converged'"));
    }

    private static Section wrapper(Section random) {
        return Section.of(
                "start", random.summary(), Key.required("random", new Nested(random), "random: {uniform: [a, b]}"));
    }

    private static Named named(Kind value) {
        return new Named(value, Optional.of(NAME));
    }

    private static Key uniform() {
        return Key.optional("uniform", new Items(new Constant(), 2, 2), "[a, b]: evenly between a and b");
    }

    private static Key normal() {
        return Key.optional("normal", new Items(new Constant(), 2, 2), "[mean, sd]: normally distributed");
    }

    private static Key deviation(BaselineColumn column) {
        return Key.optional(
                column.word(),
                Kind.either(DEVIATION_BOUND, new Nested(DEVIATION)),
                column.doc() + "; unless told otherwise " + column.tolerance());
    }

    private static Key measure(String name, String doc) {
        return Key.optional(name, Kind.either(Kind.number(), new Nested(MEASURE)), doc);
    }

    private static Kind names() {
        return Kind.either(NAME, new Items(NAME));
    }

    private static Kind matrix() {
        return new Items(new Items(Kind.number()));
    }

    /** The shape of a variable: {@code scalar}, a length, or {@code [rows, columns]}. */
    private static Kind shape() {
        Kind size = Kind.whole(1, Shape.MAX_SIZE);
        return Kind.either(Kind.word("scalar"), size, new Items(size, 2, 2));
    }

    /** The path of a file, relative to the config. */
    public static Text path() {
        return new Text(Pattern.compile(".{1,1000}"), "be the path of a file");
    }

    private static Kind data() {
        return Kind.either(array(), new Nested(DATA_FILE));
    }

    /** A number, a list of numbers for a vector, a list of rows for a matrix. */
    private static Kind array() {
        Items list = new Items(new Constant(), 1, Integer.MAX_VALUE);
        return Kind.either(new Constant(), list, new Items(list, 1, Integer.MAX_VALUE));
    }

    private static Kind point() {
        return new Named(Kind.either(array(), new Nested(FILL)));
    }

    private static Kind start() {
        Kind value = Kind.either(array(), new Nested(RANDOM_VALUES), new Nested(FILL));
        return Kind.either(array(), new Nested(RANDOM_STARTS), new Nested(FILL), new Named(value));
    }
}
