package dev.optimizer.runner.config.numbers;

import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the cells of a CSV file again, to show where an error is. */
final class CsvPlaces {
    /** The rest of a longer line is not looked at. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;

    CsvPlaces(Path file) {
        this.file = file;
    }

    /**
     * An error in a cell, with its line.
     *
     * @param line from 1
     * @param index of the cell in its line, from 0
     */
    Diagnostic cell(long line, int index, String message) {
        String text = line(line);
        int start = start(text, index);
        int end = end(text, start);
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int length = Math.max(1, text.substring(start, end).strip().length());
        Position position = new Position(file, (int) line, text.codePointCount(0, start) + 1);
        return new Diagnostic(position, message, text, length);
    }

    private String line(long number) {
        // Not a strict decoder: a byte that is no UTF-8 is what the message may be about.
        try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(in)) {
            String line = lines.readLine();
            for (long i = 1; i < number && line != null; i++) {
                line = lines.readLine();
            }
            // A byte order mark is nothing that an editor shows or counts.
            String shown = line == null ? "" : line.startsWith("\uFEFF") ? line.substring(1) : line;
            return shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) : shown;
        } catch (IOException e) {
            // The file went away between two readings; the message stands without its line.
            return "";
        }
    }

    private static int start(String line, int index) {
        int start = 0;
        for (int i = 0; i < index && end(line, start) < line.length(); i++) {
            start = end(line, start) + 1;
        }
        return start;
    }

    /** Where the cell ends that begins at an offset: at the next comma outside quotes, or with the line. */
    private static int end(String line, int start) {
        boolean quoted = false;
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                return i;
            }
        }
        return line.length();
    }
}
