package dev.optimizer.runner.cli;

import dev.optimizer.runner.plan.RunFilter;
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

    /**
     * The command that makes all runs of an experiment again. Files by their names if they were given with all folders: where
     * these lie on a machine is nobody's business.
     *
     * @param changes the options of this call that change what the config says
     */
    static String all(Path config, List<String> changes, RunFilter filter) {
        List<String> words = new ArrayList<>(List.of("java", "-jar", "runner.jar", "run", named(config)));
        for (String word : changes) {
            boolean file = words.get(words.size() - 1).equals("--plugins");
            words.add(file ? named(Path.of(word)) : word);
        }
        filter.only().forEach(only -> words.addAll(List.of("--only", only)));
        filter.shard().ifPresent(shard -> words.addAll(List.of("--shard", shard.toString())));
        return inShell(words);
    }

    private static String named(Path file) {
        return String.valueOf(file.isAbsolute() ? file.getFileName() : file);
    }

    /** Words as a POSIX shell takes them apart. */
    static String inShell(List<String> words) {
        return words.stream().map(Again::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
