package dev.optimizer.runner.output;

/** ANSI colours, or none. */
public final class Colors {
    private final boolean on;

    public Colors(boolean on) {
        this.on = on;
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String doubtful(String text) {
        return paint("33", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
