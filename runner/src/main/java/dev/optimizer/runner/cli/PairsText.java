package dev.optimizer.runner.cli;

import dev.optimizer.runner.baseline.Pair;
import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.Colors;
import dev.optimizer.runner.output.Numbers;
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
                    .append(summary(pairs))
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
            columns.forEach(column -> table.cell(changed.contains(column) ? change(pair, column) : ""));
            table.cell(pair.secondsRatio().map(PairsText::ratio).orElse(""));
        }
        return table;
    }

    /** {@code 6 → 7}; numbers that look the same with six digits by what was added. */
    private static String change(Pair pair, String column) {
        if (!Pair.isNumber(column)) {
            return shown(pair.a().text(column)) + " → " + shown(pair.b().text(column));
        }
        double a = pair.a().number(column);
        double b = pair.b().number(column);
        if (Numbers.rounded(a).equals(Numbers.rounded(b))) {
            return Numbers.rounded(a) + (b > a ? " + " : " - ") + Numbers.rounded(Math.abs(b - a));
        }
        return Numbers.rounded(a) + " → " + Numbers.rounded(b);
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "(empty)" : cell;
    }

    private static String ratio(double ratio) {
        return "×" + Numbers.rounded(Math.round(ratio * 100) / 100.0);
    }

    private static void only(StringBuilder text, List<Row> rows, Path folder) {
        rows.forEach(row -> text.append("only in ")
                .append(folder)
                .append(": ")
                .append(row.names())
                .append('\n'));
    }

    private String summary(Pairs pairs) {
        int both = pairs.both().size();
        int changed = pairs.changed().size();
        return both + (both == 1 ? " run" : " runs") + " in both, " + changed + " changed"
                + only(pairs.onlyA(), folders.get(0)) + only(pairs.onlyB(), folders.get(1))
                + pairs.medianSecondsRatio()
                        .map(median -> "; median time " + ratio(median))
                        .orElse("");
    }

    private static String only(List<Row> rows, Path folder) {
        return rows.isEmpty() ? "" : ", " + rows.size() + " only in " + folder;
    }
}
