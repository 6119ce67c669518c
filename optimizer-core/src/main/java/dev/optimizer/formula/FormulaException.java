package dev.optimizer.formula;

/** A formula that cannot be read. The message shows the place with a caret; the parts are there for editors. */
public final class FormulaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String source;
    private final int start;
    private final int end;

    /**
     * @param problem one sentence: what is wrong and what would be right
     * @param source the whole text of the formula
     * @param start index of the first wrong character, 0 to {@code source.length()}
     * @param end index after the last wrong character, at least {@code start}
     */
    public FormulaException(String problem, String source, int start, int end) {
        super(problem + "\n" + caret(source, start, end));
        this.problem = problem;
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** What is wrong, in one sentence, without the picture. */
    public String problem() {
        return problem;
    }

    public String source() {
        return source;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The line of the source that holds {@code start}, and under it a caret for each wrong character. */
    private static String caret(String source, int start, int end) {
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', start);
        String line = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        int carets = Math.max(1, Math.min(end, lineStart + line.length()) - start);
        return "  " + line + "\n  " + " ".repeat(start - lineStart) + "^".repeat(carets);
    }
}
