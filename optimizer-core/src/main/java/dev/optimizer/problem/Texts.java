package dev.optimizer.problem;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts that contain formulas. */
final class Texts {
    private Texts() {}

    /** The parts between the commas that stand in no parentheses or brackets. */
    static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                items.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        items.add(text.substring(start).strip());
        return items;
    }
}
