package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where results cannot be written there is a clear end, and nothing half-written. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "ulimit and /proc are Linux's")
class DiskIT {
    /** The first run's trace takes a few hundred bytes, the second one's some 100 kB. */
    private static final String CONFIG = """
            version: 1
            name: two
            problem: {formula: x^2, starts: {a: 3}}
            solvers: {newton: newton, slow: {type: gradient-descent, step: 1e-9}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileThatCannotGrowIsLikeAFullDisk() throws Exception {
        Files.writeString(folder.resolve("two.yaml"), CONFIG);
        Jar jar = Jar.in(folder);
        // Unpacks the natives, which are larger than any file may be afterwards.
        assertThat(jar.run("two.yaml", "--out", "whole").exit()).isZero();

        Jar.Finished finished = jar.on(withFilesOfAtMost32Kilobytes(jar.java())).run("two.yaml", "--out", "full");

        assertThat(finished.exit()).isEqualTo(13);
        assertThat(finished.err())
                .contains("\n" + Path.of("full", "two") + ": results cannot be written: File too large\n");
        assertThat(finished.lastLine()).isEqualTo("exit 13: a run crashed");
        Map<String, String> whole = Results.in(folder.resolve("whole/two"));
        Map<String, String> full = Results.in(folder.resolve("full/two"));
        whole.keySet().removeIf(name -> name.contains("-slow-"));
        assertThat(full).containsOnlyKeys(whole.keySet()).containsEntry("journal.jsonl", "1 lines");
        assertThat(full.get("runs.csv")).isEqualTo(whole.get("runs.csv"));
        assertThat(full.get("manifest.json")).contains("\"exit_code\" : 13");

        Jar.Finished resumed = jar.run("two.yaml", "--out", "full", "--resume");
        assertThat(resumed.exit()).isZero();
        assertThat(resumed.err()).contains("two: 1 of 2 runs are used again\n");
        assertThat(Results.in(folder.resolve("full"))).hasSize(11);
    }

    private Path withFilesOfAtMost32Kilobytes(Path java) throws Exception {
        Path script = folder.resolve("java");
        // Of 512 bytes each. The JVM's own counters are a file, too.
        Files.writeString(script, "#!/bin/sh\nulimit -f 64\nexec '" + java + "' -XX:-UsePerfData \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    @Test
    void aReadOnlyFolderIsNoticedBeforeTheFirstRun() throws Exception {
        Files.writeString(folder.resolve("two.yaml"), CONFIG);
        Jar.Finished finished = Jar.in(folder).run("two.yaml", "--out", "/proc/results");
        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .startsWith("/proc/results/two: cannot be written to: ")
                .endsWith("; make it writable or give another folder with --out\nexit 2: usage\n");
    }
}
