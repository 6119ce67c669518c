package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.reader.ConfigText.Damage;
import dev.optimizer.runner.config.reader.ConfigText.Place;
import dev.optimizer.runner.config.reader.RandomConfig.Pair;
import dev.optimizer.runner.config.reader.RandomConfig.Text;
import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Random valid configs, and what becomes of them when one key in them is wrong. */
class CorruptedConfigTest {
    private static final ConfigReader READER = new ConfigReader(Solvers.declarations());
    private static final SchemaCheck SCHEMA = new SchemaCheck(READER.schema());

    private static List<Diagnostic> errors(String yaml) {
        try {
            READER.read(Configs.FILE, yaml);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics();
        }
    }

    private static RandomConfig.Mapping config(long seed) {
        return new RandomConfig(new Random(seed)).of(READER.schema());
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void aConfigMadeFromTheDeclarationsIsValid(@ForAll long seed) {
        String yaml = ConfigText.of(config(seed)).toString();
        assertThat(errors(yaml)).as(yaml).isEmpty();
        assertThat(SCHEMA.complaints(yaml)).as(yaml).contains(List.of());
    }

    /** What is declared tomorrow is tested tomorrow, or named among what cannot be. */
    @Test
    void everyDeclaredKeyIsWrittenSoonerOrLater() {
        Set<String> declared = new TreeSet<>();
        keys(READER.schema(), declared, new HashSet<>());
        Set<String> written = new HashSet<>(RandomConfig.LEFT_OUT);
        for (long seed = 0; seed < 2000; seed++) {
            ConfigText.of(config(seed)).places().stream()
                    .filter(place -> place.pair().key() != null)
                    .forEach(place -> written.add(place.pair().name()));
        }
        declared.removeAll(written);
        assertThat(declared).isEmpty();
    }

    private static void keys(Section section, Set<String> names, Set<Section> seen) {
        if (!seen.add(section)) {
            return;
        }
        for (Key key : section.keys()) {
            if (!(key.kind() instanceof Kind.Unsupported)) {
                names.add(key.name());
                if (!RandomConfig.LEFT_OUT.contains(key.name())) {
                    keys(key.kind(), names, seen);
                }
            }
        }
    }

    private static void keys(Kind kind, Set<String> names, Set<Section> seen) {
        if (kind instanceof Kind.Nested nested) {
            keys(nested.section(), names, seen);
        } else if (kind instanceof Kind.Variant variant) {
            variant.sections().forEach(section -> keys(section, names, seen));
        } else if (kind instanceof Kind.Named named) {
            keys(named.value(), names, seen);
        } else if (kind instanceof Kind.Items items) {
            keys(items.item(), names, seen);
        } else if (kind instanceof Kind.Either either) {
            either.kinds().forEach(one -> keys(one, names, seen));
        }
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void oneWrongKeyIsReportedOnItsLineAndNowhereElse(@ForAll long seed) {
        RandomConfig.Mapping config = config(seed);
        Random random = new Random(~seed);
        List<Place> places = ConfigText.of(config).places().stream()
                .filter(place -> place.pair().key() != null)
                .toList();
        Place place = places.get(random.nextInt(places.size()));
        Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
        replacement(place.pair(), damage, random).ifPresent(text -> check(config, place, damage, text));
    }

    private static void check(RandomConfig.Mapping config, Place place, Damage damage, String replacement) {
        ConfigText written = ConfigText.damaged(config, place.pair(), damage, replacement);
        String yaml = written.toString();
        int line = damage == Damage.REMOVED ? place.parent() : lastLineOf(written, place.pair());
        assertThat(errors(yaml))
                .as(damage + " " + place.pair().name() + "\n" + yaml)
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.position().line()).isEqualTo(line));
        // For the schema {fil: 1} is a start of a variable fil, and {} one of none.
        boolean variable = Set.of("fill", "random").contains(place.pair().name());
        if (damage != Damage.DUPLICATED && !variable) {
            assertThat(SCHEMA.complaints(yaml).orElseThrow())
                    .as("the schema on " + damage + " " + place.pair().name() + "\n" + yaml)
                    .isNotEmpty();
        }
    }

    private static int lastLineOf(ConfigText text, Pair pair) {
        return text.places().stream()
                .filter(place -> place.pair() == pair)
                .mapToInt(Place::line)
                .max()
                .orElseThrow();
    }

    /** What to write instead of the name or the value; empty if the key cannot be damaged so. */
    private static Optional<String> replacement(Pair pair, Damage damage, Random random) {
        return switch (damage) {
            // A digit more is a slip that makes no declared key out of another.
            case MISSPELT -> {
                int at = 1 + random.nextInt(pair.name().length());
                yield Optional.of(
                        pair.name().substring(0, at) + "7" + pair.name().substring(at));
            }
            case WRONG_TYPE -> wrongType(pair);
            case OUT_OF_RANGE ->
                pair.value() instanceof Text ? outOfRange(pair.key().kind()) : Optional.empty();
            case REMOVED -> pair.key().required() ? Optional.of("") : Optional.empty();
            case DUPLICATED -> Optional.of("");
        };
    }

    private static Optional<String> wrongType(Pair pair) {
        Kind kind = pair.key().kind();
        if (kind instanceof Kind.Real || kind instanceof Kind.Whole || kind instanceof Kind.Flag) {
            return Optional.of("some");
        }
        boolean collection = kind instanceof Kind.Nested || kind instanceof Kind.Named || kind instanceof Kind.Items;
        // A list of lists is no value of any key but the Hessian's and those of arrays.
        return collection ? Optional.of("3.5") : Optional.of("[[{a: 1}]]");
    }

    private static Optional<String> outOfRange(Kind kind) {
        if (kind instanceof Kind.Whole whole && whole.min() > Long.MIN_VALUE) {
            return Optional.of(Long.toString(whole.min() - 1));
        } else if (kind instanceof Kind.Real real
                && !Double.isInfinite(real.min().value())) {
            return Optional.of(Double.toString(real.min().value() - 0.5));
        } else if (kind instanceof Kind.Real) {
            return Optional.of("1e999");
        } else if (kind instanceof Kind.Word || kind instanceof Kind.Variant) {
            return Optional.of("no-such-word");
        } else if (kind instanceof Kind.Text) {
            return Optional.of("../etc");
        }
        return Optional.empty();
    }
}
