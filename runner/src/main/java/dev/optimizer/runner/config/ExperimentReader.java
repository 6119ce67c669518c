package dev.optimizer.runner.config;

import dev.optimizer.runner.config.RecordConfig.Iterates;
import dev.optimizer.runner.config.YamlNode.Entry;
import dev.optimizer.runner.config.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the config as a whole. */
final class ExperimentReader {
    /** Runs that an experiment may have. */
    static final long MAX_RUNS = 1_000_000;

    private final Diagnostics diagnostics;
    private final Fields fields;
    private final Kind.Variant solverTypes;

    ExperimentReader(Diagnostics diagnostics, Mapping root, Section schema, Kind.Variant solverTypes) {
        this.diagnostics = diagnostics;
        this.solverTypes = solverTypes;
        // A missing key of the config itself is reported where the config starts.
        Span anchor = new Span(root.span().start(), root.span().start() + 1);
        this.fields = Fields.read(diagnostics, schema, root.entries(), anchor);
    }

    /**
     * The experiment.
     *
     * @throws InvalidConfigException with every error in the config
     */
    Experiment read() throws InvalidConfigException {
        String name = name();
        List<ProblemDraft> problems = problems(name);
        List<Entry> solverEntries = fields.entry("solvers")
                .map(entry -> new Nodes(diagnostics).named("solver", entry))
                .orElse(List.of());
        List<SolverConfig> solvers = solvers(solverEntries);
        StopConfig stop = stop();
        RecordConfig record = record();
        List<Expectation> expectations = expectations(problems, solverEntries);
        diagnostics.throwIfAny();
        List<ProblemConfig> finished =
                problems.stream().map(ProblemDraft::finished).toList();
        requireFewRuns(finished, solvers.size());
        diagnostics.throwIfAny();
        long seed = fields.get("seed", Long.class);
        return new Experiment(diagnostics.source().file(), name, seed, finished, solvers, stop, record, expectations);
    }

    /** More would take days, and each has a trace: far below what a file system or the memory holds. */
    private void requireFewRuns(List<ProblemConfig> problems, int solvers) {
        long runs =
                solvers * problems.stream().mapToLong(ProblemConfig::startCount).sum();
        if (runs > MAX_RUNS) {
            Span place = fields.entry("problem")
                    .or(() -> fields.entry("problems"))
                    .map(entry -> entry.key().span())
                    .orElse(fields.anchor());
            diagnostics.add(
                    place, "these are " + runs + " runs, at most " + MAX_RUNS + "; give fewer starts or solvers");
        }
    }

    /** The name given, or else the file's own without its ending. */
    private String name() {
        Optional<String> given = fields.find("name", String.class);
        Path file = diagnostics.source().file().getFileName();
        String byFile = file == null ? "" : file.toString().replaceFirst("\\.[^.]*$", "");
        boolean legal = ConfigSchema.EXPERIMENT_NAME.pattern().matcher(byFile).matches();
        if (!fields.hasOrMeans("name") && !legal) {
            String message =
                    "the file's name " + Wording.quote(byFile) + " cannot be the experiment's; add a key 'name'";
            diagnostics.add(fields.anchor(), message);
        }
        return given.orElse(byFile);
    }

    private List<ProblemDraft> problems(String experiment) {
        ProblemReader reader = new ProblemReader(diagnostics);
        fields.exactlyOne("problem", "problems");
        List<ProblemDraft> drafts = new ArrayList<>();
        fields.entry("problem").ifPresent(entry -> drafts.add(reader.single(entry, experiment)));
        fields.entry("problems").ifPresent(entry -> drafts.addAll(reader.several(entry)));
        return drafts;
    }

    private List<SolverConfig> solvers(List<Entry> entries) {
        List<SolverConfig> solvers = new ArrayList<>();
        ChoiceReader reader = new ChoiceReader(diagnostics);
        for (Entry entry : entries) {
            Position position = diagnostics.position(entry.key().span());
            reader.read(solverTypes, entry)
                    .ifPresent(method -> solvers.add(new SolverConfig(entry.name(), method, position)));
        }
        return solvers;
    }

    private StopConfig stop() {
        Fields stop = nested("stop", ConfigSchema.STOP);
        return new StopConfig(
                stop.get("gradient_norm", Double.class),
                stop.get("value_change", Double.class),
                stop.get("step_norm", Double.class),
                stop.get("iterations", Long.class),
                stop.get("evaluations", Long.class),
                stop.get("seconds", Double.class));
    }

    private RecordConfig record() {
        Fields record = nested("record", ConfigSchema.RECORD);
        String iterates = record.get("iterates", String.class).toUpperCase(Locale.ROOT);
        return new RecordConfig(record.get("every", Long.class), Iterates.valueOf(iterates));
    }

    private Fields nested(String key, Section section) {
        return fields.entry(key)
                .map(entry -> Fields.read(
                        diagnostics, section, entry.value(), entry.key().span()))
                .orElseGet(() -> Fields.defaults(diagnostics, section));
    }

    private List<Expectation> expectations(List<ProblemDraft> problems, List<Entry> solvers) {
        List<String> names = solvers.stream().map(Entry::name).toList();
        SelectorReader selectors = new SelectorReader(diagnostics, problems, names);
        return fields.entry("expect")
                .map(entry -> new ExpectationReader(diagnostics, selectors).read(entry))
                .orElse(List.of());
    }
}
