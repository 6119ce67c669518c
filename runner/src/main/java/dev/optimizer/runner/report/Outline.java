package dev.optimizer.runner.report;

import java.util.stream.Collectors;

/** A part of the manifest as a reader of configs would write it. */
final class Outline {
    private static final int LONGEST_LIST = 20;

    private Outline() {}

    /** A line for each name that says something; what is nested stands two columns further to the right. */
    static String of(JsonTree tree, int depth) {
        StringBuilder text = new StringBuilder();
        for (String name : tree.names()) {
            JsonTree value = tree.get(name);
            if (inline(value).isEmpty()) {
                continue;
            }
            boolean nested = value.names().size() > 0;
            text.append("  ".repeat(depth)).append(name).append(':');
            text.append(nested ? "\n" + of(value, depth + 1) : " " + inline(value) + "\n");
        }
        return text.toString();
    }

    /** On one line; long lists are cut. */
    static String inline(JsonTree tree) {
        if (!tree.names().isEmpty()) {
            return tree.names().stream()
                    .filter(name -> !inline(tree.get(name)).isEmpty())
                    .map(name -> name + ": " + inline(tree.get(name)))
                    .collect(Collectors.joining(", "));
        }
        if (tree.items().isEmpty()) {
            return tree.text();
        }
        String more = tree.items().size() > LONGEST_LIST ? ", …" : "";
        return tree.items().stream()
                .limit(LONGEST_LIST)
                .map(Outline::inline)
                .collect(Collectors.joining(", ", "[", more + "]"));
    }
}
