package dev.optimizer.runner.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table in plain text: columns as wide as their widest cell, numbers to the right. */
public final class Table {
    /** A cell and its colour, which takes no width. */
    private record Cell(String text, UnaryOperator<String> paint) {}

    private final List<List<Cell>> rows = new ArrayList<>();
    private final boolean[] rightAligned;

    /** @param columns the headings; those that start with {@code >} have their cells to the right */
    public Table(Colors colors, String... columns) {
        rightAligned = new boolean[columns.length];
        List<Cell> heading = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            rightAligned[i] = columns[i].startsWith(">");
            heading.add(new Cell(rightAligned[i] ? columns[i].substring(1) : columns[i], colors::faint));
        }
        rows.add(heading);
    }

    /** Begins a row. */
    public Table row() {
        rows.add(new ArrayList<>());
        return this;
    }

    public Table cell(String text) {
        return cell(text, UnaryOperator.identity());
    }

    public Table cell(String text, UnaryOperator<String> paint) {
        rows.get(rows.size() - 1).add(new Cell(text, paint));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[rightAligned.length];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i).text()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                String space = " ".repeat(widths[i] - width(cell.text()));
                String shown = cell.paint().apply(cell.text());
                line.append(i == 0 ? "" : "  ").append(rightAligned[i] ? space + shown : shown + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
