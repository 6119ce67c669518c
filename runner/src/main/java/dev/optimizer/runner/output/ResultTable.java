package dev.optimizer.runner.output;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Results read back: {@code runs.csv}, or a baseline, which holds some of its columns.
 *
 * @param file where they stand
 * @param columns the header
 * @param rows a row per run, by its names, in the order of the file
 */
public record ResultTable(Path file, List<String> columns, Map<RunNames, Row> rows) {
    /** What stands in the columns between {@code repeat} and this one are the swept parameters. */
    private static final String FIRST_RESULT = "status";

    private static final List<String> NAMES = List.of("problem", "start", "solver", "repeat");

    /**
     * One run.
     *
     * @param line where it begins in the file, from 1
     * @param names which run it is
     * @param cells by column, without those that are empty
     */
    public record Row(long line, RunNames names, Map<String, String> cells) {
        /** A cell; empty where nothing is known. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /** A cell as a number; NaN where there is none. */
        public double number(String column) {
            String cell = text(column);
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    public ResultTable {
        columns = List.copyOf(columns);
    }

    /** A table of which nothing is written yet. */
    public static ResultTable empty(Path file) {
        return new ResultTable(file, List.of("problem", "start", "solver", "repeat", FIRST_RESULT), Map.of());
    }

    /** A table of cells by run and column. */
    public static ResultTable of(Path file, List<String> columns, Map<RunNames, Map<String, String>> cells) {
        Map<RunNames, Row> rows = new LinkedHashMap<>();
        cells.forEach((names, own) -> rows.put(names, new Row(rows.size() + 2, names, own)));
        return new ResultTable(file, columns, rows);
    }

    /** Writes the file. */
    public void write() throws IOException {
        WholeFile.write(file.toAbsolutePath(), out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(CsvText.written(columns));
            for (Row row : rows.values()) {
                csv.writeRecord(CsvText.written(columns.stream().map(row::text).toList()));
            }
            csv.flush();
        });
    }

    /** The columns of the final point: all behind {@code seconds}, or in a baseline those that are no result. */
    public List<String> pointColumns() {
        return columns.stream()
                .skip(columns.indexOf(FIRST_RESULT))
                .filter(column -> !RunsCsv.COLUMNS.contains(column))
                .toList();
    }

    /** The columns that name a run, in their order: problem, start, solver, parameters, repeat. */
    public List<String> nameColumns() {
        return columns.subList(0, columns.indexOf(FIRST_RESULT)).stream()
                .filter(column -> !column.equals("run_id"))
                .toList();
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableResultsException if it is no table of results; the message names file and line
     * @throws IOException if it cannot be read
     */
    public static ResultTable read(Path file) throws IOException, UnreadableResultsException {
        Reading reading = new Reading(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(reader)) {
            return reading.read(csv);
        } catch (CsvParseException e) {
            throw new UnreadableResultsException(file, reading.line + 1, "this is no CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UnreadableResultsException(file, reading.line + 1, "this is not text in UTF-8");
            }
            throw e.getCause();
        }
    }

    /** One file being read. */
    private static final class Reading {
        private final Path file;
        private List<String> columns = List.of();

        /** The last that was read. */
        private long line;

        /** All results but a few words, and the entries of the final point. */
        private final Set<String> numbers = new HashSet<>();

        private final Map<RunNames, Row> rows = new LinkedHashMap<>();

        Reading(Path file) {
            this.file = file;
        }

        ResultTable read(CsvReader<CsvRecord> csv) throws UnreadableResultsException {
            for (CsvRecord record : csv) {
                line = record.getStartingLineNumber();
                List<String> cells =
                        record.getFields().stream().map(CsvText::read).toList();
                if (columns.isEmpty()) {
                    header(cells);
                } else {
                    row(cells);
                }
            }
            if (columns.isEmpty()) {
                throw new UnreadableResultsException(file, 1, "this file is empty; it needs a header");
            }
            return new ResultTable(file, columns, rows);
        }

        private void header(List<String> cells) throws UnreadableResultsException {
            List<String> needed = new ArrayList<>(NAMES);
            needed.add(FIRST_RESULT);
            needed.removeAll(cells);
            if (!needed.isEmpty()) {
                throw new UnreadableResultsException(file, line, "the header has no column '" + needed.get(0) + "'");
            }
            HashSet<String> seen = new HashSet<>();
            for (String column : cells) {
                if (!seen.add(column)) {
                    throw new UnreadableResultsException(file, line, "the header has '" + column + "' twice");
                }
            }
            columns = cells;
            numbers.addAll(cells.subList(cells.indexOf(FIRST_RESULT), cells.size()));
            numbers.removeAll(RunsCsv.WORDS);
        }

        private void row(List<String> cells) throws UnreadableResultsException {
            if (cells.size() != columns.size()) {
                throw new UnreadableResultsException(
                        file, line, "this row has " + cells.size() + " cells, the header " + columns.size());
            }
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    byColumn.put(columns.get(i), cells.get(i));
                    if (numbers.contains(columns.get(i)) && !Numbers.isNumber(cells.get(i))) {
                        String message = columns.get(i) + " is no number: '" + cells.get(i) + "'";
                        throw new UnreadableResultsException(file, line, message);
                    }
                }
            }
            Row row = new Row(line, RunNames.of(columns, byColumn), byColumn);
            Row first = rows.putIfAbsent(row.names(), row);
            if (first != null) {
                String message = "this run stands on line " + first.line() + " already: " + row.names();
                throw new UnreadableResultsException(file, line, message);
            }
        }
    }
}
