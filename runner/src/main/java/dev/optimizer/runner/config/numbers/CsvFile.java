package dev.optimizer.runner.config.numbers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of numbers separated by commas, in UTF-8, a line for each row.
 *
 * <p>Empty lines do not count, nor do lines of spaces. An error that is about a cell names the file's own line and column, and shows the line.
 */
final class CsvFile {
    /** Larger files are refused: a config is a text that people read, and its data are kept in memory. */
    static final long MAX_BYTES = 64L << 20;

    /** More numbers are refused; they take 80 MB as doubles. */
    static final int MAX_NUMBERS = 10_000_000;

    /** After so many wrong cells the rest of the file is not read: most often all have the same cause. */
    private static final int MOST_ERRORS = 10;

    private final Diagnostics diagnostics;
    private final Path file;
    private final Span place;
    private final CsvPlaces places;
    private final Set<String> header = new LinkedHashSet<>();
    private double[] values = new double[256];
    private int count;
    private int columns;
    private int errors;

    /**
     * @param file where the file is, as messages name it
     * @param place where the config mentions it
     */
    CsvFile(Diagnostics diagnostics, Path file, Span place) {
        this.diagnostics = diagnostics;
        this.file = file;
        this.place = place;
        this.places = new CsvPlaces(file);
    }

    /** The numbers of the file; empty, and recorded, if anything about it is wrong. */
    Optional<CsvNumbers> read(boolean withHeader) {
        try {
            if (!isReadable()) {
                return Optional.empty();
            }
            String sha256 = parse(withHeader);
            if (errors == 0 && count == 0) {
                refuse(withHeader && columns > 0 ? "has a header but no numbers below it" : "is empty");
            }
            return errors > 0
                    ? Optional.empty()
                    : Optional.of(new CsvNumbers(List.copyOf(header), columns, Arrays.copyOf(values, count), sha256));
        } catch (AccessDeniedException e) {
            refuse("cannot be read: permission denied");
        } catch (IOException | UncheckedIOException e) {
            refuse("cannot be read: " + e.getMessage());
        } catch (CsvParseException e) {
            refuse("is no CSV file: " + e.getMessage());
        }
        return Optional.empty();
    }

    private boolean isReadable() throws IOException {
        int before = errors;
        if (!Files.exists(file)) {
            refuse("does not exist; paths are relative to the config");
        } else if (!Files.isRegularFile(file)) {
            refuse("is not a file");
        } else if (Files.size(file) > MAX_BYTES) {
            refuse("is larger than " + (MAX_BYTES >> 20) + " MiB, the most that data may have");
        }
        return errors == before;
    }

    /** Reads the file to its end, or to the error after which nothing more is to be said; returns its hash. */
    private String parse(boolean withHeader) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(rows(), in)) {
            for (CsvRecord row : csv) {
                if (isBlank(row)) {
                    continue;
                }
                if (!isClosed(row)) {
                    break;
                }
                if (columns == 0) {
                    columns = row.getFieldCount();
                    if (withHeader) {
                        readHeader(row);
                        continue;
                    }
                }
                if (!readRow(row)) {
                    break;
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The library's own limit is 16,384 columns; this is one more than ours, so that the complaint is ours, too. */
    private static CsvRecordHandler rows() {
        return CsvRecordHandler.builder().maxFields(MAX_NUMBERS + 1).build();
    }

    private static boolean isBlank(CsvRecord row) {
        String first = row.getField(0);
        return row.getFieldCount() == 1 && first.isBlank() && !first.isEmpty();
    }

    /** Whether every cell ends on its line; an open quote takes in all that follows, and no number has a line break. */
    private boolean isClosed(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (row.getField(i).indexOf('\n') >= 0 || row.getField(i).indexOf('\r') >= 0) {
                refuse(row, i, "the quote that opens this cell is not closed on this line; close or remove it");
                return false;
            }
        }
        return true;
    }

    private void readHeader(CsvRecord row) {
        for (int i = 0; i < columns; i++) {
            String name = row.getField(i).strip();
            if (!ConfigSchema.COLUMN_NAME.pattern().matcher(name).matches()) {
                String rule = "the name of a column must " + ConfigSchema.COLUMN_NAME.rule() + ": ";
                refuse(row, i, rule + Wording.quote(name) + "; a table's first line holds the names of its columns");
            } else if (!header.add(name)) {
                refuse(row, i, "the column " + Wording.quote(name) + " is already there; rename one");
            }
        }
    }

    /** Returns whether reading goes on. */
    private boolean readRow(CsvRecord row) {
        int fields = row.getFieldCount();
        if (fields != columns) {
            String message = "this row has " + count(fields) + ", the first line has " + columns;
            refuse(row, Math.min(fields, columns + 1) - 1, message + "; every row needs as many");
            return false;
        }
        if (count > MAX_NUMBERS - columns) {
            refuse("has more than " + MAX_NUMBERS + " numbers, the most that data may have");
            return false;
        }
        if (count + columns > values.length) {
            values = Arrays.copyOf(values, Math.max(count + columns, 2 * values.length));
        }
        for (int i = 0; i < columns && errors < MOST_ERRORS; i++) {
            values[count++] = number(row, i);
        }
        return errors < MOST_ERRORS;
    }

    private static String count(int fields) {
        return fields == 1 ? "1 number" : fields + " numbers";
    }

    private double number(CsvRecord row, int index) {
        String text = row.getField(index).strip();
        if (Kind.Real.isNumber(text)) {
            double value = Double.parseDouble(text);
            if (!Double.isInfinite(value)) {
                return value;
            }
        }
        refuse(row, index, complaint(text));
        return Double.NaN;
    }

    private String complaint(String text) {
        if (text.isEmpty()) {
            return "this cell is empty; every cell must be a number";
        }
        boolean separator = columns == 1 && (text.contains(";") || text.contains("\t") || text.contains(" "));
        boolean heading = count <= columns && header.isEmpty() && Character.isLetter(text.charAt(0));
        String remedy = separator
                ? "; separate the numbers by commas"
                : heading ? "; if this line holds names, read the file as a table: {csv: …}" : "";
        return "this must be a finite number: " + Wording.quote(text) + remedy;
    }

    /** An error about the file as a whole, at the place that mentions it. */
    private void refuse(String problem) {
        errors++;
        diagnostics.add(place, file + " " + problem);
    }

    /** An error about a cell, at its own place. */
    private void refuse(CsvRecord row, int index, String problem) {
        errors++;
        diagnostics.add(place, places.cell(row.getStartingLineNumber(), index, problem));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
