package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.Expectation;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.Origin;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.RecordConfig;
import dev.optimizer.runner.config.RecordConfig.Iterates;
import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.Settings;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.Sweep;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Tolerance;
import dev.optimizer.runner.config.expectation.BaselineReader;
import dev.optimizer.runner.config.expectation.Exclusions;
import dev.optimizer.runner.config.expectation.ExpectationReader;
import dev.optimizer.runner.config.expectation.SelectorReader;
import dev.optimizer.runner.config.problem.ProblemDraft;
import dev.optimizer.runner.config.problem.ProblemReader;
import dev.optimizer.runner.config.sweep.AxisDraft;
import dev.optimizer.runner.config.sweep.Parts;
import dev.optimizer.runner.config.sweep.RunLimit;
import dev.optimizer.runner.config.sweep.SweepReader;
import dev.optimizer.runner.config.sweep.VariantReader;
import dev.optimizer.runner.config.text.ConfigFile;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Address.Part;
import dev.optimizer.runner.config.tree.AddressReader;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the config as a whole, once all its texts have been put together to one tree. */
final class ExperimentReader {
    private final Diagnostics diagnostics;
    private final Mapping root;
    private final Fields fields;
    private final Grammar grammar;
    private final AddressReader addresses;

    ExperimentReader(Diagnostics diagnostics, Mapping root, Grammar grammar) {
        this.diagnostics = diagnostics;
        this.root = root;
        this.grammar = grammar;
        // A missing key of the config itself is reported where the config starts.
        Span anchor = new Span(root.span().start(), root.span().start() + 1);
        this.fields = Fields.read(diagnostics, grammar.schema(), root.entries(), anchor);
        this.addresses = new AddressReader(diagnostics, grammar.schema(), root);
    }

    /**
     * The experiment.
     *
     * @throws InvalidConfigException with every error in the config
     */
    Experiment read(Origin origin, Overrides overrides) throws InvalidConfigException {
        String name = name(origin.file());
        Parts parts = new Parts(diagnostics, fields);
        Fields sweep = SettingsReader.nested(diagnostics, fields, "sweep", ConfigSchema.SWEEP);
        List<AxisDraft> axes = new SweepReader(diagnostics, addresses).read(sweep);
        overrides.refuseSwept(axes);
        requireFewVariants(axes, parts);
        VariantReader variants = new VariantReader(diagnostics, axes);
        Map<Part, List<Variant<ProblemDraft>>> problems = problems(variants, parts, name);
        List<Variant<Optional<SolverConfig>>> solvers = solvers(variants, parts);
        List<Variant<Settings>> settings = settings(variants);
        RecordConfig record = record();
        Map<BaselineColumn, Tolerance> tolerances = fields.entry("baseline")
                .map(entry -> new BaselineReader(diagnostics).read(entry))
                .orElse(Map.of());
        SelectorReader selectors = selectors(problems, parts, axes);
        List<Selector> exclude = exclude(sweep, new Exclusions(diagnostics, selectors, parts, axes));
        List<Expectation> expectations = expectations(selectors);
        diagnostics.throwIfAny();
        Map<Part, List<Variant<ProblemConfig>>> finished = finished(problems);
        requireFewRuns(new RunLimit(axes).runs(finished, parts, repeat()));
        return new Experiment(
                origin,
                name,
                finished.values().stream().flatMap(List::stream).toList(),
                solvers.stream().map(one -> one.map(Optional::orElseThrow)).toList(),
                settings,
                new Sweep(axes.stream().map(AxisDraft::finished).toList(), exclude, repeat()),
                record,
                tolerances,
                expectations);
    }

    private int repeat() {
        return Math.toIntExact(fields.get("repeat", Long.class));
    }

    private List<Selector> exclude(Fields sweep, Exclusions exclusions) {
        return sweep.entry("exclude").map(exclusions::read).orElse(List.of());
    }

    private List<Expectation> expectations(SelectorReader selectors) {
        return fields.entry("expect")
                .map(entry -> new ExpectationReader(diagnostics, selectors).read(entry))
                .orElse(List.of());
    }

    private static Map<Part, List<Variant<ProblemConfig>>> finished(Map<Part, List<Variant<ProblemDraft>>> drafts) {
        Map<Part, List<Variant<ProblemConfig>>> finished = new LinkedHashMap<>();
        drafts.forEach((part, variants) -> finished.put(
                part,
                variants.stream()
                        .map(draft -> draft.map(ProblemDraft::finished))
                        .toList()));
        return finished;
    }

    private void requireFewVariants(List<AxisDraft> axes, Parts parts) throws InvalidConfigException {
        double variants = new RunLimit(axes).variants(parts);
        if (!axes.isEmpty() && variants > RunLimit.MAX_VARIANTS) {
            Span place = fields.entry("sweep").orElseThrow().key().span();
            diagnostics.add(
                    place,
                    "this makes " + Wording.count(variants) + " variants of problems, solvers and settings, at most "
                            + RunLimit.MAX_VARIANTS + "; give fewer values");
            diagnostics.throwIfAny();
        }
    }

    private void requireFewRuns(double runs) throws InvalidConfigException {
        if (runs > ConfigSchema.MAX_RUNS) {
            Span place = fields.entry("problem")
                    .or(() -> fields.entry("problems"))
                    .map(entry -> entry.key().span())
                    .orElse(fields.anchor());
            String remedy = fields.has("sweep") || fields.has("repeat")
                    ? "; give fewer starts, solvers, swept values or repetitions"
                    : "; give fewer starts or solvers";
            diagnostics.add(
                    place, "these are " + Wording.count(runs) + " runs, at most " + ConfigSchema.MAX_RUNS + remedy);
            diagnostics.throwIfAny();
        }
    }

    /** The name given, or else the file's own without its ending. */
    private String name(Path path) {
        Optional<String> given = fields.find("name", String.class);
        String byFile = ConfigFile.nameOf(path);
        boolean legal = ConfigSchema.EXPERIMENT_NAME.pattern().matcher(byFile).matches();
        if (!fields.hasOrMeans("name") && !legal) {
            String message =
                    "the file's name " + Wording.quote(byFile) + " cannot be the experiment's; add a key 'name'";
            diagnostics.add(fields.anchor(), message);
        }
        return given.orElse(byFile);
    }

    private Map<Part, List<Variant<ProblemDraft>>> problems(VariantReader variants, Parts parts, String experiment) {
        Map<Part, List<Variant<ProblemDraft>>> problems = new LinkedHashMap<>();
        Map<Entry, List<NamedData>> knownData = new IdentityHashMap<>();
        parts.problems()
                .forEach((part, entry) -> problems.put(
                        part, variants.read(part, entry.value(), new Kind.Nested(ConfigSchema.PROBLEM), (own, node) -> {
                            ProblemReader reader = new ProblemReader(own, grammar.plugins(), knownData);
                            Entry edited = new Entry(entry.key(), node);
                            return part.equals(Part.PROBLEM) ? reader.single(edited, experiment) : reader.named(edited);
                        })));
        return problems;
    }

    private List<Variant<Optional<SolverConfig>>> solvers(VariantReader variants, Parts parts) {
        List<Variant<Optional<SolverConfig>>> solvers = new ArrayList<>();
        parts.solvers()
                .forEach((part, entry) -> solvers.addAll(variants.read(
                        part,
                        entry.value(),
                        grammar.solverTypes(),
                        (own, node) -> grammar.solver(own, new Entry(entry.key(), node)))));
        return solvers;
    }

    private List<Variant<Settings>> settings(VariantReader variants) {
        List<Entry> written = root.entries().stream()
                .filter(entry -> ConfigSchema.SETTINGS.key(entry.name()).isPresent())
                .toList();
        return variants.read(
                Part.SETTINGS,
                new Mapping(written, root.span()),
                new Kind.Nested(ConfigSchema.SETTINGS),
                (own, node) -> new SettingsReader(own).read((Mapping) node));
    }

    private RecordConfig record() {
        Fields record = SettingsReader.nested(diagnostics, fields, "record", ConfigSchema.RECORD);
        String iterates = record.get("iterates", String.class).toUpperCase(Locale.ROOT);
        return new RecordConfig(record.get("every", Long.class), Iterates.valueOf(iterates));
    }

    private SelectorReader selectors(
            Map<Part, List<Variant<ProblemDraft>>> problems, Parts parts, List<AxisDraft> axes) {
        List<Variant<ProblemDraft>> all =
                problems.values().stream().flatMap(List::stream).toList();
        Set<String> solvers =
                parts.solvers().keySet().stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
        return new SelectorReader(diagnostics, all, solvers, axes, addresses, repeat());
    }
}
