package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Position;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A named start, or a random one that stands for several.
 *
 * @param name its key in the config
 * @param values one for each variable, in the order of the formula's variables
 * @param count from 1 to 100000: it stands for the starts {@code name-1} to {@code name-count}, each drawn anew; empty:
 *     it is one start of its own name
 * @param position where it stands in the config
 */
public record StartConfig(String name, List<StartValue> values, OptionalInt count, Position position) {
    public StartConfig {
        values = List.copyOf(values);
    }

    /** The names of the starts it stands for, in order. */
    public List<String> names() {
        if (count.isEmpty()) {
            return List.of(name);
        }
        return IntStream.rangeClosed(1, count.getAsInt())
                .mapToObj(i -> name + "-" + i)
                .toList();
    }

    /** Whether a name is this start's own, or that of a start it stands for; {@code any-01} is neither. */
    public boolean isCalled(String other) {
        if (other.equals(name)) {
            return true;
        }
        String prefix = name + "-";
        if (count.isEmpty() || !other.startsWith(prefix)) {
            return false;
        }
        String number = other.substring(prefix.length());
        return number.matches("[1-9]\\d{0,5}") && Integer.parseInt(number) <= count.getAsInt();
    }
}
