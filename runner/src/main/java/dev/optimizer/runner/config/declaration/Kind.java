package dev.optimizer.runner.config.declaration;

import dev.optimizer.runner.config.text.Wording;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the value of a {@link Key} may be. Kinds are data: the reader checks by them, and so can a help text or a JSON
 * Schema be made from them.
 */
public sealed interface Kind {
    /** A kind whose value is one word or number. */
    sealed interface Scalar extends Kind {
        /**
         * The typed value of a text.
         *
         * @throws IllegalArgumentException with the rest of a sentence that starts with the key's name, such as
         *     {@code must be a number: 'abc'}
         */
        Object parse(String text);

        /** What a message calls a value of this kind, such as {@code a number}. */
        String noun();

        /** Whether quotes around the value mean anything: a number in quotes is text. */
        default boolean mayBeQuoted() {
            return true;
        }
    }

    /** A {@link Double} between two bounds. {@code infinity} also allows {@code inf} and {@code .inf}, signed. */
    record Real(Bound min, Bound max, boolean infinity) implements Scalar {
        // Decimal only, whatever YAML makes of it. Possessive, so that a megabyte of digits takes one pass.
        private static final Pattern NUMBER =
                Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?");

        private static final Pattern INFINITY = Pattern.compile("[-+]?\\.?inf");

        /** Whether a text is written as a finite number. */
        public static boolean isNumber(String text) {
            return NUMBER.matcher(text).matches();
        }

        public Real above(double bound) {
            return new Real(new Bound(bound, false), max, infinity);
        }

        public Real atLeast(double bound) {
            return new Real(new Bound(bound, true), max, infinity);
        }

        public Real below(double bound) {
            return new Real(min, new Bound(bound, false), infinity);
        }

        public Real atMost(double bound) {
            return new Real(min, new Bound(bound, true), infinity);
        }

        public Real orInfinity() {
            return new Real(min, max, true);
        }

        @Override
        public String noun() {
            return "a number";
        }

        @Override
        public Double parse(String text) {
            double value = value(text);
            if (!min.allowsFromBelow(value)) {
                String relation = min.included() ? "at least " : "greater than ";
                throw new IllegalArgumentException("must be " + relation + min + ": " + Wording.cut(text));
            }
            if (!max.allowsFromAbove(value)) {
                String relation = max.included() ? "at most " : "less than ";
                throw new IllegalArgumentException("must be " + relation + max + ": " + Wording.cut(text));
            }
            return value;
        }

        private double value(String text) {
            if (infinity && INFINITY.matcher(text).matches()) {
                return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            if (!isNumber(text)) {
                throw new IllegalArgumentException("must be a number: " + Wording.quote(text));
            }
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("must be a number below 1.8e308: " + Wording.cut(text));
            }
            return value;
        }

        @Override
        public boolean mayBeQuoted() {
            return false;
        }
    }

    /** The end of an interval; an infinite one bounds nothing. */
    record Bound(double value, boolean included) {
        boolean allowsFromBelow(double x) {
            return included ? x >= value : x > value;
        }

        boolean allowsFromAbove(double x) {
            return included ? x <= value : x < value;
        }

        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    /** A {@link Long} from min to max. {@code 1e5} is as good as {@code 100000}. */
    record Whole(long min, long max) implements Scalar {
        /** Longer texts are no whole number that fits; to read a megabyte of digits exactly would take long. */
        private static final int LONGEST = 40;

        @Override
        public String noun() {
            return "a whole number";
        }

        @Override
        public Long parse(String text) {
            long value = value(text);
            if (min == max && value != min) {
                throw new IllegalArgumentException("must be " + min + ": " + text);
            }
            if (value < min) {
                throw new IllegalArgumentException("must be at least " + min + ": " + text);
            }
            if (value > max) {
                throw new IllegalArgumentException("must be at most " + max + ": " + text);
            }
            return value;
        }

        private static long value(String text) {
            try {
                if (text.length() <= LONGEST && Real.isNumber(text)) {
                    return new BigDecimal(text).longValueExact();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // A fraction, more than 64 bits, or an exponent beyond all bounds: the message below says it all.
            }
            boolean digits = text.matches("[-+]?\\d++");
            throw new IllegalArgumentException(
                    (digits ? "must fit into 64 bits: " : "must be a whole number: ") + Wording.quote(text));
        }

        @Override
        public boolean mayBeQuoted() {
            return false;
        }
    }

    /** A {@link Boolean}: {@code true} or {@code false}. */
    record Flag() implements Scalar {
        @Override
        public String noun() {
            return "true or false";
        }

        @Override
        public Boolean parse(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("must be true or false: " + Wording.quote(text));
            }
            return text.equals("true");
        }

        @Override
        public boolean mayBeQuoted() {
            return false;
        }
    }

    /** A {@link String} out of a few. */
    record Word(List<String> words) implements Scalar {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String noun() {
            return "a word";
        }

        @Override
        public String parse(String text) {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(oneOf(words, text));
            }
            return text;
        }
    }

    /** A {@link String}, the name of something; {@code rule} says what is allowed in it. */
    record Text(Pattern pattern, String rule) implements Scalar {
        @Override
        public String noun() {
            return "a name";
        }

        @Override
        public String parse(String text) {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("must " + rule + ": " + Wording.quote(text));
            }
            return text;
        }
    }

    /**
     * A {@link Choice} between named sections: the name alone, or {@code {type: name, …}} with the keys of the section.
     */
    record Variant(List<Section> sections) implements Kind {
        public Variant {
            sections = List.copyOf(sections);
        }

        public List<String> names() {
            return sections.stream().map(Section::name).toList();
        }

        /** The section of a name; empty if there is none. */
        public Optional<Section> find(String name) {
            return sections.stream()
                    .filter(section -> section.name().equals(name))
                    .findFirst();
        }

        /** The rest of a sentence about a name that there is no section for. */
        public String unknown(String name) {
            return oneOf(names(), name);
        }
    }

    /** A formula over the variables of its problem. */
    record Expression() implements Kind {}

    /** A number, or a formula without variables such as {@code pi/4} or {@code vector(i in 1..n, 1/i)}. */
    record Constant() implements Kind {}

    /** A mapping with declared keys. */
    record Nested(Section section) implements Kind {}

    /**
     * A mapping from names of the user's own to values of one kind.
     *
     * @param names what the names may be, and then there is at least one; empty if other rules than a pattern decide
     */
    record Named(Kind value, Optional<Text> names) implements Kind {
        public Named(Kind value) {
            this(value, Optional.empty());
        }
    }

    /**
     * A list of values of one kind.
     *
     * @param least how many there are at least
     * @param most how many there are at most
     */
    record Items(Kind item, int least, int most) implements Kind {
        public Items(Kind item) {
            this(item, 0, Integer.MAX_VALUE);
        }
    }

    /** Any of several kinds; the first that fits decides. */
    record Either(List<Kind> kinds) implements Kind {
        public Either {
            kinds = List.copyOf(kinds);
        }
    }

    /** The axes of a sweep: a mapping from paths such as {@code descent.step} to lists of values for what is there. */
    record Axes() implements Kind {}

    /** Which runs are meant: a mapping with declared keys, and beside them paths that are swept. */
    record Selection(Section section) implements Kind {}

    /** A key that a later version will understand; using it is an error that says so. */
    record Unsupported() implements Kind {}

    /** Any finite number, to be narrowed by {@link Real#above} and its like. */
    static Real number() {
        return new Real(new Bound(Double.NEGATIVE_INFINITY, true), new Bound(Double.POSITIVE_INFINITY, true), false);
    }

    static Whole whole(long min, long max) {
        return new Whole(min, max);
    }

    static Flag flag() {
        return new Flag();
    }

    static Word word(String... words) {
        return new Word(List.of(words));
    }

    static Variant variant(Collection<Section> sections) {
        return new Variant(List.copyOf(sections));
    }

    static Either either(Kind... kinds) {
        return new Either(List.of(kinds));
    }

    private static String oneOf(List<String> words, String wrong) {
        String must = words.size() == 1 ? "must be " : "must be one of ";
        return must + Wording.list(words) + ": " + Wording.quote(wrong) + Wording.nearest(wrong, words);
    }
}
