package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Rule;
import dev.optimizer.runner.config.declaration.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Random valid configs, made from the declarations themselves: a key that is declared is written sooner or later. What a
 * declaration cannot say (names of variables, sizes, which bound is the larger) is said here, key by key.
 */
final class RandomConfig {
    /** Keys that need more than a config: jars, other files, parameters of a problem, axes over other keys. */
    static final Set<String> LEFT_OUT = Set.of("plugin", "params", "csv", "matrix", "sweep", "extends", "baseline");

    /** Without its own starts a built-in problem has names that are not known here. */
    private static final String STARTS = "starts";

    /** How a value is written: on the line of its key, as a mapping below it, or as a list of mappings. */
    sealed interface Value {}

    record Text(String text) implements Value {}

    record Mapping(List<Pair> pairs) implements Value {}

    record Items(List<Mapping> items) implements Value {}

    /** @param key the declaration; null for a name of the user's own, and for {@code type} */
    record Pair(String name, Value value, Key key) {}

    private final Random random;

    RandomConfig(Random random) {
        this.random = random;
    }

    Mapping of(Section section) {
        List<Key> chosen = new ArrayList<>();
        for (Key key : section.keys()) {
            boolean possible = !(key.kind() instanceof Kind.Unsupported) && !LEFT_OUT.contains(key.name());
            if (possible && (key.required() || key.name().equals(STARTS) || random.nextInt(3) == 0)) {
                chosen.add(key);
            }
        }
        for (Rule rule : section.rules()) {
            obey(rule, section, chosen);
        }
        List<Pair> pairs = new ArrayList<>();
        for (Key key : chosen) {
            pairs.add(new Pair(key.name(), value(key, chosen), key));
        }
        return new Mapping(pairs);
    }

    private void obey(Rule rule, Section section, List<Key> chosen) {
        if (rule instanceof Rule.ExactlyOne one) {
            chosen.removeIf(key -> one.keys().contains(key.name()));
            chosen.add(one(section, one.keys()));
        } else if (rule instanceof Rule.AtLeastOne some) {
            if (chosen.stream().noneMatch(key -> some.keys().contains(key.name()))) {
                chosen.add(one(section, withoutAlternatives(section, some.keys())));
            }
        } else if (rule instanceof Rule.Needs needs) {
            if (!has(chosen, needs.other())) {
                chosen.removeIf(key -> key.name().equals(needs.key()));
            }
        } else if (rule instanceof Rule.Excludes excludes && has(chosen, excludes.other())) {
            chosen.removeIf(key -> key.name().equals(excludes.key()));
        }
    }

    /** The keys that may be added to any others. */
    private static List<String> withoutAlternatives(Section section, List<String> keys) {
        return keys.stream()
                .filter(key -> section.rules().stream()
                        .noneMatch(rule -> rule instanceof Rule.ExactlyOne one
                                && one.keys().contains(key)))
                .toList();
    }

    private Key one(Section section, List<String> names) {
        List<String> usable =
                names.stream().filter(name -> !LEFT_OUT.contains(name)).toList();
        return section.key(any(usable)).orElseThrow();
    }

    private static boolean has(List<Key> chosen, String name) {
        return chosen.stream().anyMatch(key -> key.name().equals(name));
    }

    private Value value(Key key, List<Key> beside) {
        return switch (key.name()) {
            case "formula" ->
                key.kind() instanceof Kind.Expression
                        ? new Text(any("(x - 1)^2", "x^4 + x", "cosh(x)"))
                        : of(key.kind());
            case "residuals" -> new Text("[x - 1, x^2]");
            case "builtin" -> new Text("quartic");
            case "variables" -> entry("x", new Text("scalar"));
            case "data" -> entry("c", new Text(any("3", "[1, 2]", "[[1, 2], [3, pi]]")));
            case "let" -> entry("h", new Text("x^2/2"));
            case "maximise" -> new Text(has(beside, "residuals") ? "false" : any("true", "false"));
            case "starts" -> entry("s", start());
            case "problems" -> entry("p", of(((Kind.Nested) ((Kind.Named) key.kind()).value()).section()));
            case "solvers" ->
                new Mapping(List.of(
                        new Pair("a", of(((Kind.Named) key.kind()).value()), null),
                        new Pair("b", of(((Kind.Named) key.kind()).value()), null)));
            case "for" -> selector();
            case "at", "gradient" -> entry("x", new Text(any("2", "{fill: 1}", "pi/4")));
            case "hessian" -> random.nextBoolean() ? new Text("[[2]]") : of(ConfigSchema.HESSIAN);
            case "values" -> new Text("[[3]]");
            case "min" -> new Text("-3");
            case "max" -> new Text("4.5");
            case "uniform" -> new Text("[-2, pi]");
            case "normal" -> new Text("[0, 0.5]");
            case "count" -> new Text("3");
            case "name" -> new Text(any("example", "a.b", "2026"));
            default -> of(key.kind());
        };
    }

    private Value start() {
        List<Supplier<Value>> all = List.of(
                () -> new Text("-0.5"),
                () -> entry("x", new Text("0.5")),
                () -> of(ConfigSchema.FILL),
                () -> of(ConfigSchema.RANDOM_STARTS),
                () -> entry("x", of(ConfigSchema.RANDOM_VALUES)));
        return all.get(random.nextInt(all.size())).get();
    }

    private Value selector() {
        List<Pair> pairs = new ArrayList<>();
        Key start = ConfigSchema.SELECTOR.key("start").orElseThrow();
        Key solver = ConfigSchema.SELECTOR.key("solver").orElseThrow();
        pairs.add(new Pair("solver", new Text(any("a", "[a, b]")), solver));
        if (random.nextBoolean()) {
            pairs.add(new Pair("start", new Text(any("s", "[s]")), start));
        }
        return new Mapping(pairs);
    }

    private static Mapping entry(String name, Value value) {
        return new Mapping(List.of(new Pair(name, value, null)));
    }

    private Value of(Kind kind) {
        if (kind instanceof Kind.Real real) {
            return new Text(number(real));
        } else if (kind instanceof Kind.Whole whole) {
            long span = whole.max() - whole.min();
            return new Text(Long.toString(whole.min() + (span < 0 ? 7 : random.nextLong(Math.min(span, 9) + 1))));
        } else if (kind instanceof Kind.Flag) {
            return new Text(any("true", "false"));
        } else if (kind instanceof Kind.Word word) {
            return new Text(any(word.words()));
        } else if (kind instanceof Kind.Variant variant) {
            return choice(variant);
        } else if (kind instanceof Kind.Nested nested) {
            return of(nested.section());
        } else if (kind instanceof Kind.Named named) {
            return entry("k", of(named.value()));
        } else if (kind instanceof Kind.Items items && items.item() instanceof Kind.Nested nested) {
            return new Items(List.of(of(nested.section()), of(nested.section())));
        } else if (kind instanceof Kind.Items items) {
            return new Text("[" + ((Text) of(items.item())).text() + "]");
        } else if (kind instanceof Kind.Either either) {
            return of(any(either.kinds()));
        } else if (kind instanceof Kind.Constant) {
            return new Text(any("1.5", "pi/2", "'-1'"));
        } else if (kind instanceof Kind.Expression) {
            return new Text("x^2");
        }
        return new Text("n");
    }

    private Value choice(Kind.Variant variant) {
        Section section = any(variant.sections());
        if (random.nextBoolean() && section.keys().stream().noneMatch(Key::required)) {
            return new Text(section.name());
        }
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair("type", new Text(section.name()), null));
        pairs.addAll(of(section).pairs());
        return new Mapping(pairs);
    }

    private String number(Kind.Real real) {
        double low = Double.isInfinite(real.min().value()) ? -100 : real.min().value();
        double high =
                Double.isInfinite(real.max().value()) ? low + 200 : real.max().value();
        double value = low + (high - low) * (0.01 + 0.98 * random.nextDouble());
        return String.format(Locale.ROOT, random.nextBoolean() ? "%.6e" : "%.8f", value);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String any(String... values) {
        return any(List.of(values));
    }
}
