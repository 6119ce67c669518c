package dev.optimizer.runner.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What Git knows of the files that an experiment was read from.
 *
 * @param commit the hash of the commit that their folder is at
 * @param changed the names of those files that are not as they are in it, in order
 */
record GitState(String commit, List<String> changed) {
    private static final String COMMIT = "# branch.oid ";

    /** How many fields a line has by how it begins; the last is the path. See "Porcelain Format Version 2" of git-status. */
    private static final Map<String, Integer> FIELDS = Map.of("1 ", 9, "u ", 11, "? ", 2, "! ", 2);

    /** Asking takes some milliseconds; whatever takes longer is not worth it. */
    private static final long SECONDS = 5;

    /**
     * Asks Git.
     *
     * @param config decides which working tree it is
     * @return empty if there is no Git, no working tree, or no commit yet
     */
    static Optional<GitState> of(Path config, Collection<Path> files) {
        // Only the files themselves: what else is in the tree decides nothing, and looking at all of it takes time.
        List<String> command = new ArrayList<>(List.of("git", "status", "--porcelain=v2", "--branch", "-z"));
        command.addAll(List.of("--untracked-files=all", "--ignored=matching", "--no-renames", "--"));
        files.forEach(file -> command.add(file.toAbsolutePath().normalize().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(config.toAbsolutePath().normalize().getParent().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            // It says less than a pipe holds, so it ends whether or not somebody reads.
            if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.exitValue() == 0 ? state(said.split("\0")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param lines with {@code -z} names are not quoted */
    private static Optional<GitState> state(String[] lines) {
        Optional<String> commit = Stream.of(lines)
                .filter(line -> line.startsWith(COMMIT))
                .map(line -> line.substring(COMMIT.length()))
                .filter(hash -> hash.matches("[0-9a-f]+"))
                .findFirst();
        TreeSet<String> changed = new TreeSet<>();
        for (String line : lines) {
            int fields = FIELDS.getOrDefault(line.substring(0, Math.min(2, line.length())), 0);
            if (fields > 0) {
                String path = line.split(" ", fields)[fields - 1];
                changed.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        return commit.map(hash -> new GitState(hash, List.copyOf(changed)));
    }
}
