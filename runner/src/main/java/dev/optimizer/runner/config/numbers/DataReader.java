package dev.optimizer.runner.config.numbers;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.DataFile;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the known numbers of a problem, from the config itself or from CSV files beside it. */
public final class DataReader {
    private static final String TABLE = "csv";

    private final Diagnostics diagnostics;
    private final ArrayReader arrays;
    private final Map<Entry, List<NamedData>> known;

    /** @param known what has been read before, by the very entry: variants of a problem share their data */
    public DataReader(Diagnostics diagnostics, Map<Entry, List<NamedData>> known) {
        this.diagnostics = diagnostics;
        this.known = known;
        this.arrays = new ArrayReader(diagnostics, ConstantReader.plain(diagnostics));
    }

    /** Everything under one key: a table has an item for each column; empty, and recorded, if it is wrong. */
    public Optional<List<NamedData>> read(Entry entry) {
        Optional<List<NamedData>> read = Optional.ofNullable(known.get(entry)).or(() -> readAnew(entry));
        read.ifPresent(data -> known.put(entry, data));
        return read;
    }

    private Optional<List<NamedData>> readAnew(Entry entry) {
        return entry.value() instanceof Mapping mapping
                ? file(entry, mapping)
                : arrays.read(entry.name(), entry.value())
                        .map(values -> List.of(new NamedData(entry.name(), values, Optional.empty())));
    }

    private Optional<List<NamedData>> file(Entry entry, Mapping mapping) {
        Fields fields = Fields.read(
                diagnostics,
                ConfigSchema.DATA_FILE,
                mapping.entries(),
                entry.key().span());
        Optional<Entry> chosen = fields.chosen();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        boolean table = chosen.get().name().equals(TABLE);
        Span place = chosen.get().value().span();
        return fields.find(chosen.get().name(), String.class)
                .flatMap(path -> numbers(path, place, table)
                        .map(numbers -> table ? table(entry, path, numbers) : matrix(entry, path, numbers)));
    }

    private Optional<CsvNumbers> numbers(String path, Span place, boolean withHeader) {
        try {
            Path file = diagnostics.source(place).resolve(path);
            return new CsvFile(diagnostics, file, place).read(withHeader);
        } catch (InvalidPathException e) {
            diagnostics.add(place, "this is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    private static List<NamedData> matrix(Entry entry, String path, CsvNumbers numbers) {
        Data values = new Data(Shape.matrix(numbers.rows(), numbers.columns()), numbers.values());
        return List.of(new NamedData(entry.name(), values, Optional.of(new DataFile(path, numbers.sha256()))));
    }

    private static List<NamedData> table(Entry entry, String path, CsvNumbers numbers) {
        Optional<DataFile> file = Optional.of(new DataFile(path, numbers.sha256()));
        List<NamedData> columns = new ArrayList<>();
        for (int i = 0; i < numbers.columns(); i++) {
            String name = entry.name() + "." + numbers.header().get(i);
            columns.add(new NamedData(name, Data.vector(numbers.column(i)), file));
        }
        return columns;
    }
}
