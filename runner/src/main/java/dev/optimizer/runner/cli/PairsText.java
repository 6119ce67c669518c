package dev.optimizer.runner.cli;

import dev.optimizer.runner.baseline.Pair;
import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.Colors;
import dev.optimizer.runner.output.ResultTable.Row;
import dev.optimizer.runner.output.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two results for people: a table of the runs that changed, and what there is to say of all. */
final class PairsText {
    private final Colors colors;
    private final List<Path> folders;

    PairsText(Colors colors, List<Path> folders) {
        this.colors = colors;
        this.folders = folders;
    }

    String of(Map<String, Pairs> experiments) {
        StringBuilder text = new StringBuilder();
        experiments.forEach((name, pairs) -> {
            if (!pairs.changed().isEmpty()) {
                text.append(table(pairs)).append('\n');
            }
            only(text, pairs.onlyA(), folders.get(0));
            only(text, pairs.onlyB(), folders.get(1));
            text.append(name.isEmpty() ? "" : name + ": ")
                    .append(pairs.summary(
                            folders.get(0).toString(), folders.get(1).toString()))
                    .append('\n');
        });
        return text.toString();
    }

    private Table table(Pairs pairs) {
        List<String> columns = Pair.columns().stream()
                .filter(column ->
                        pairs.changed().stream().anyMatch(pair -> pair.changed().contains(column)))
                .toList();
        List<String> headings = new ArrayList<>(List.of("run"));
        columns.forEach(column -> headings.add(Pair.isNumber(column) ? ">" + column : column));
        headings.add(">time");
        Table table = new Table(colors, headings.toArray(String[]::new));
        for (Pair pair : pairs.changed()) {
            table.row().cell(pair.a().names().toString());
            List<String> changed = pair.changed();
            columns.forEach(column -> table.cell(changed.contains(column) ? pair.change(column) : ""));
            table.cell(pair.secondsRatio().map(Pairs::ratio).orElse(""));
        }
        return table;
    }

    private static void only(StringBuilder text, List<Row> rows, Path folder) {
        rows.forEach(row -> text.append("only in ")
                .append(folder)
                .append(": ")
                .append(row.names())
                .append('\n'));
    }
}
