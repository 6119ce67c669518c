package dev.optimizer.runner.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What Git knows of the files that an experiment was read from.
 *
 * @param commit the hash of the commit that their folder is at
 * @param changed the names of those files that are not as they are in it, in order; what lies outside of the working tree
 *     is in no commit
 */
public record GitState(String commit, List<String> changed) {
    private static final String COMMIT = "# branch.oid ";

    /** How many fields a line has by how it begins; the last is the path. See "Porcelain Format Version 2" of git-status. */
    private static final Map<String, Integer> FIELDS = Map.of("1 ", 9, "u ", 11, "? ", 2, "! ", 2);

    /** Asking takes some milliseconds; whatever takes longer is not worth it. */
    private static final long SECONDS = 5;

    /**
     * Asks Git.
     *
     * @param config decides which working tree it is: the one that the file itself is in, whatever links lead to it
     * @return empty if there is no Git, no working tree, or no commit yet
     */
    static Optional<GitState> of(Path config, Collection<Path> files) {
        try {
            Path folder = real(config).getParent();
            Optional<String> top = ask(folder, List.of("rev-parse", "--show-toplevel"));
            return top.isPresent() ? below(real(Path.of(top.get().replaceFirst("\\R$", ""))), files) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<GitState> below(Path top, Collection<Path> files) throws IOException, InterruptedException {
        TreeSet<String> changed = new TreeSet<>();
        // One file outside of the tree, and Git would say nothing of the others.
        Set<Path> inside = new LinkedHashSet<>();
        for (Path file : files) {
            if (real(file).startsWith(top)) {
                inside.add(real(file));
            } else {
                changed.add(name(file));
            }
            if (place(file).startsWith(top)) {
                inside.add(place(file));
            }
        }
        // Only the files themselves: what else is in the tree decides nothing, and looking at all of it takes time.
        List<String> words = new ArrayList<>(List.of("status", "--porcelain=v2", "--branch", "-z"));
        words.addAll(List.of("--untracked-files=all", "--ignored=matching", "--no-renames", "--"));
        inside.forEach(file -> words.add(file.toString()));
        Optional<String> said = ask(top, words);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        // With -z names are not quoted.
        String[] lines = said.get().split("\0");
        for (String line : lines) {
            int fields = FIELDS.getOrDefault(line.substring(0, Math.min(2, line.length())), 0);
            if (fields > 0) {
                changed.addAll(names(top, line.split(" ", fields)[fields - 1], inside));
            }
        }
        return commit(lines).map(hash -> new GitState(hash, List.copyOf(changed)));
    }

    /** @param path from the top; of an ignored folder Git names only the folder, with a slash at its end */
    private static List<String> names(Path top, String path, Set<Path> files) {
        if (!path.endsWith("/")) {
            return List.of(path.substring(path.lastIndexOf('/') + 1));
        }
        return files.stream()
                .filter(file -> file.startsWith(top.resolve(path)))
                .map(GitState::name)
                .toList();
    }

    private static Optional<String> commit(String[] lines) {
        return Stream.of(lines)
                .filter(line -> line.startsWith(COMMIT))
                .map(line -> line.substring(COMMIT.length()))
                .filter(hash -> hash.matches("[0-9a-f]+"))
                .findFirst();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Where a file is when all links are followed. Git knows no other names: for it, nothing lies behind a link. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return place(file);
        }
    }

    /** Where the last link is, if the file is one: which file a link leads to is in the commit, too. */
    private static Path place(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            return absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute.normalize();
        }
    }

    /** @return what Git says; empty if it refuses, or takes too long */
    private static Optional<String> ask(Path folder, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        Process git = builder.start();
        git.getOutputStream().close();
        // It says less than a pipe holds, so it ends whether or not somebody reads.
        if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
            git.destroyForcibly();
            return Optional.empty();
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    }
}
