package dev.optimizer.runner.config.text;

/**
 * One error in a config, with its place and the line it stands on.
 *
 * @param position the first wrong character
 * @param message what is wrong and what would be right; further lines, if any, are a picture of a formula
 * @param sourceLine the whole line of the file, without its line break
 * @param length how many characters are wrong, at least 1; may reach beyond the line
 */
public record Diagnostic(Position position, String message, String sourceLine, int length) {
    /** So many characters of a line are shown: a terminal's width, less the line number. */
    private static final int WIDTH = 100;

    /** So many of them stand before the caret when a long line is cut on the left. */
    private static final int LEAD = 40;

    /**
     * The error as the user reads it: {@code file:line:column: message}, the source line, and carets under what is
     * wrong. Characters that could steer a terminal are shown as {@code U+FFFD}; long lines are cut around the caret.
     */
    public String render() {
        String header = position + ": " + visible(message).replace("\n", "\n      ");
        int[] line = sourceLine.codePoints().toArray();
        int at = Math.min(position.column() - 1, line.length);
        int from = at > WIDTH - LEAD && line.length > WIDTH ? at - LEAD : 0;
        int to = Math.min(line.length, from + WIDTH);
        String before = visible(new String(line, from, at - from));
        String after = visible(new String(line, at, to - at));
        // Tabs stay tabs under the line, so that the caret lines up however wide the terminal makes them.
        String indent = (from > 0 ? " " : "") + before.replaceAll("[^\t]", " ");
        String carets = "^".repeat(Math.max(1, Math.min(length, to - at)));
        String shown = (from > 0 ? "…" : "") + before + after + (to < line.length ? "…" : "");
        return header + String.format("%n%5d | %s%n      | %s%s", position.line(), shown, indent, carets);
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\n]]", "\uFFFD");
    }
}
