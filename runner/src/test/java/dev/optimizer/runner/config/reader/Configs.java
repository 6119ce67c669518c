package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads configs in tests, with declarations of solvers like the real ones. */
public final class Configs {
    public static final Path FILE = Path.of("configs/test.yaml");

    private static final Section FIXED = Section.of(
            "fixed", "the same step", Key.optional("step", Kind.number().above(0), "0.01", "the step's length"));

    private static final Section ARMIJO = Section.of(
            "armijo",
            "backtracking",
            Key.optional("sufficient_decrease", Kind.number().above(0).below(1), "1e-4", "c1")
                    .from("Nocedal & Wright 2006, eq. 3.4"),
            Key.optional("contraction", Kind.number().above(0).below(1), "0.5", "the factor of each cut"));

    private static final Section GRADIENT_DESCENT = Section.of(
            "gradient-descent",
            "steepest descent",
            Key.optional("line_search", Kind.variant(List.of(FIXED, ARMIJO)), "armijo", "how far to go"),
            Key.optional("step", Kind.number().above(0), "the first step's length"),
            Key.optional("nesterov", Kind.flag(), "false", "look ahead"),
            Key.optional("memory", Kind.whole(1, 100), "10", "how many steps are kept"));

    private static final Section NEWTON = Section.of(
            "newton",
            "Newton's method",
            Key.optional("modification", Kind.word("shift", "eigenvalues", "none"), "shift", "what makes it descend"));

    private static final Section CUSTOM = Section.of(
            "custom", "needs an option", Key.required("power", Kind.number().atLeast(1), "power: 2"));

    public static final ConfigReader READER = new ConfigReader(List.of(GRADIENT_DESCENT, NEWTON, CUSTOM));

    /** The least that a config can be. */
    public static final String VALID = """
            version: 1
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              starts: {left: -0.5}
            solvers: {newton: newton}
            """;

    private Configs() {}

    public static Experiment read(String yaml) {
        try {
            return READER.read(FILE, yaml);
        } catch (InvalidConfigException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public static List<Diagnostic> errors(String yaml) {
        try {
            READER.read(FILE, yaml);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics();
        }
    }

    /** {@code line:column: message} for every error. */
    public static List<String> messages(String yaml) {
        return errors(yaml).stream()
                .map(error -> error.position().line() + ":" + error.position().column() + ": " + error.message())
                .toList();
    }

    /**
     * Asserts that the errors of a config are exactly those written into its comments: {@code #! column: message} at the
     * end of a line is an error on that line.
     */
    public static void assertErrorsAsAnnotated(String yaml) {
        List<String> wanted = new ArrayList<>();
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("#! ");
            for (int j = 1; j < parts.length; j++) {
                wanted.add(i + 1 + ":" + parts[j].trim());
            }
        }
        assertThat(wanted).as("annotations").isNotEmpty();
        assertThat(messages(yaml)).isEqualTo(wanted);
    }
}
