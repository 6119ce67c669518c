package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.Check;
import dev.optimizer.runner.config.Expectation;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.expectation.SelectorReader.Selection;
import dev.optimizer.runner.config.problem.ProblemDraft;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what must hold of the results. */
public final class ExpectationReader {
    private final Diagnostics diagnostics;
    private final SelectorReader selectors;

    public ExpectationReader(Diagnostics diagnostics, SelectorReader selectors) {
        this.diagnostics = diagnostics;
        this.selectors = selectors;
    }

    /** The expectations in the list under the key; what is wrong in one is recorded and missing from it. */
    public List<Expectation> read(Entry entry) {
        Optional<Sequence> list =
                new Nodes(diagnostics).sequence(entry.name(), "a list with a dash for each item", entry.value());
        List<Expectation> expectations = new ArrayList<>();
        for (YamlNode item : list.map(Sequence::items).orElse(List.of())) {
            expectations.add(expectation(item));
        }
        return expectations;
    }

    private Expectation expectation(YamlNode item) {
        Span anchor = new Span(item.span().start(), item.span().start() + 1);
        Fields fields = Fields.read(diagnostics, ConfigSchema.EXPECTATION, item, anchor);
        Selection selection = fields.entry("for").map(selectors::read).orElseGet(selectors::everything);
        // A misspelt "for" seems to select everything, but does not mean to.
        List<Variant<ProblemDraft>> problems = fields.means("for") ? List.of() : selection.problems();
        CheckReader reader = new CheckReader(diagnostics, problems);
        List<Check> checks = new ArrayList<>();
        for (Entry entry : fields.entries()) {
            reader.read(entry, fields).ifPresent(checks::add);
        }
        return new Expectation(selection.selector(), checks, diagnostics.position(anchor));
    }
}
