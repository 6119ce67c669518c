package dev.optimizer.runner;

import java.util.Arrays;

/** How the program ends, most severe last: of several, the last one counts. */
public enum ExitCode {
    OK(0, "all good"),
    EXPECTATION_FAILED(10, "an expectation failed"),
    BASELINE_REGRESSION(11, "baseline regression"),
    BASELINE_MISSING(12, "baseline missing"),
    RUN_CRASHED(13, "a run crashed"),
    CONFIG_INVALID(14, "config invalid"),
    USAGE(2, "usage"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The ending of a code that this program gives. */
    public static ExitCode of(int code) {
        return Arrays.stream(values())
                .filter(ending -> ending.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such exit code: " + code));
    }

    public int code() {
        return code;
    }

    /** The last line that the program prints: {@code exit 10: an expectation failed}. */
    public String lastLine() {
        return "exit " + code + ": " + meaning;
    }
}
