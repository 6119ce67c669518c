package dev.optimizer.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command that makes a run again, to be pasted into a shell.
 *
 * @param config the file that it is of
 * @param flags those of this call without which it would be another run, or be kept elsewhere
 */
record Again(Path config, List<String> flags) {
    /** What no shell finds anything in. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=,+@%-]+");

    /** {@code java -jar runner.jar run configs/x.yaml --rerun x-left-newton-0a1b2c}. */
    String of(String runId) {
        List<String> words = new ArrayList<>(List.of("java", "-jar", "runner.jar", "run", config.toString()));
        words.addAll(List.of("--rerun", runId));
        words.addAll(flags);
        return inShell(words);
    }

    /** Words as a POSIX shell takes them apart. */
    static String inShell(List<String> words) {
        return words.stream().map(Again::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
