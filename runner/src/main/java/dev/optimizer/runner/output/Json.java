package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Indented JSON with numbers as in the CSV files. JSON knows no NaN and no infinity: they become the strings {@code "NaN"}
 * and {@code "Infinity"}.
 */
public final class Json implements Closeable {
    private final Writer out;
    private final JsonGenerator generator;

    /** @param out stays open when this is closed */
    public Json(Writer out) throws IOException {
        this(out, indented());
    }

    private Json(Writer out, PrettyPrinter printer) throws IOException {
        this.out = out;
        this.generator = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(printer);
    }

    /**
     * Without a space between anything, for a script in a page: there no text may hold an end tag, and JSON can write its
     * bracket in another way.
     */
    public static Json inScript(Writer out) throws IOException {
        Json json = new Json(out, new MinimalPrettyPrinter());
        json.generator.setCharacterEscapes(new WithoutTags());
        return json;
    }

    private static final class WithoutTags extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    private static PrettyPrinter indented() {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    /** For everything that is not a floating-point number. */
    public JsonGenerator generator() {
        return generator;
    }

    public void number(String field, double value) throws IOException {
        generator.writeFieldName(field);
        number(value);
    }

    public void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumber(Numbers.shortest(value));
        } else {
            generator.writeString(Numbers.shortest(value));
        }
    }

    /** A field with an array of numbers. */
    public void numbers(String field, List<Double> values) throws IOException {
        generator.writeArrayFieldStart(field);
        for (double value : values) {
            number(value);
        }
        generator.writeEndArray();
    }

    /**
     * A tree of maps, lists, strings, numbers and truth values; numbers keep the digits that they have. Large lists may be
     * anything iterable, whose items are written as they are made.
     */
    public void tree(Object node) throws IOException {
        if (node instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName((String) entry.getKey());
                tree(entry.getValue());
            }
            generator.writeEndObject();
        } else if (node instanceof Iterable<?> list) {
            generator.writeStartArray();
            for (Object item : list) {
                tree(item);
            }
            generator.writeEndArray();
        } else if (node instanceof Double number) {
            number(number);
        } else if (node instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (node instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            generator.writeString((String) node);
        }
    }

    @Override
    public void close() throws IOException {
        generator.close();
        out.write('\n');
    }
}
