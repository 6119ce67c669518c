package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {
    @TempDir
    private Path folder;

    private Path config;
    private Path data;

    @BeforeEach
    void makeFiles() throws IOException {
        config = Files.writeString(folder.resolve("my config.yaml"), "version: 1\n");
        data = Files.writeString(folder.resolve("data.csv"), "1\n");
    }

    @Test
    void whatIsCommittedIsNotListed() throws Exception {
        String commit = commitAll();
        Files.writeString(folder.resolve("other.txt"), "of no concern");

        assertThat(GitState.of(config, List.of(config, data))).contains(new GitState(commit, List.of()));
    }

    @Test
    void changedNewAndIgnoredFilesAreListedByTheirNames() throws Exception {
        Files.writeString(folder.resolve(".gitignore"), "ignored.csv\n");
        String commit = commitAll();
        Files.writeString(config, "version: 1\nname: x\n");
        Path added =
                Files.writeString(Files.createDirectory(folder.resolve("more")).resolve("new.csv"), "2\n");
        Path ignored = Files.writeString(folder.resolve("ignored.csv"), "3\n");

        assertThat(GitState.of(config, List.of(config, data, added, ignored)))
                .contains(new GitState(commit, List.of("ignored.csv", "my config.yaml", "new.csv")));
    }

    /** Git refuses to look at any file if one of them is outside. */
    @Test
    void whatLiesOutsideOfTheWorkingTreeIsNotCommitted(@TempDir Path elsewhere) throws Exception {
        Path outside = Files.writeString(elsewhere.resolve("outside.csv"), "1\n");
        String commit = commitAll();
        Files.writeString(data, "2\n");

        Path relative = folder.resolve(folder.relativize(outside));
        assertThat(GitState.of(config, List.of(config, relative, data)))
                .contains(new GitState(commit, List.of("data.csv", "outside.csv")));
    }

    @Test
    void aLinkedFolderIsTheFolderItself(@TempDir Path elsewhere) throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("config.yaml"), "version: 1\n");
        Files.writeString(inner.resolve("inner.csv"), "1\n");
        String commit = commitAll();
        Files.writeString(inner.resolve("inner.csv"), "2\n");

        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), inner);
        Path linked = link.resolve("config.yaml");
        assertThat(GitState.of(linked, List.of(linked, link.resolve("inner.csv"), link.resolve("../data.csv"))))
                .contains(new GitState(commit, List.of("inner.csv")));
    }

    /** Where it leads to can change without any change to the files. */
    @Test
    void aLinkThatIsNotCommittedIsListed() throws Exception {
        String commit = commitAll();
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), data);

        assertThat(GitState.of(config, List.of(config, link))).contains(new GitState(commit, List.of("link.csv")));
    }

    @Test
    void filesOfAnIgnoredFolderAreListedByTheirNames() throws Exception {
        Files.writeString(folder.resolve(".gitignore"), "ignored/\n");
        String commit = commitAll();
        Path ignored = Files.writeString(
                Files.createDirectory(folder.resolve("ignored")).resolve("data.csv"), "3\n");

        assertThat(GitState.of(config, List.of(config, ignored))).contains(new GitState(commit, List.of("data.csv")));
    }

    @Test
    void withoutACommitNothingIsKnown() throws Exception {
        git("init", "-q");

        assertThat(GitState.of(config, List.of(config))).isEmpty();
    }

    @Test
    void outsideOfAWorkingTreeNothingIsKnown() {
        assertThat(GitState.of(config, List.of(config))).isEmpty();
    }

    private String commitAll() throws Exception {
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "-m", "all");
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git;
        try {
            git = new ProcessBuilder(command).directory(folder.toFile()).start();
        } catch (IOException e) {
            assumeThat(false).as("there is no Git here: " + e.getMessage()).isTrue();
            throw e;
        }
        String said = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).isZero();
        return said;
    }
}
