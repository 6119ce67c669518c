package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String HEADER =
            "run_id,problem,start,solver,repeat,p_n.step,status,stop_reason,iterations,n_f,n_g,n_h,n_hv,value,gap,"
                    + "gradient_norm,point,negative_eigenvalues,smallest_eigenvalue,decrement,order,rate,checks,seconds,x\n";

    private static final String SAME =
            "q-a-n-000001,q,a,n,1,0.5,converged,gradient_norm,6,8,7,6,0,-5,,1e-9,minimum,0,4,,,,,0.5,1\n";

    private static final String BEFORE =
            "q-a-n-000002,q,a,n,1,0.25,converged,gradient_norm,6,8,7,6,0,-5,,1e-9,minimum,0,4,,,,,0.5,1\n";

    private static final String AFTER =
            "q-a-n-000003,q,a,n,1,0.25,budget,iterations,7,8,7,6,0,-4.999999999,,NaN,not-stationary,0,4,,,,,1,1\n";

    @TempDir
    private Path folder;

    private Path a;
    private Path b;

    @BeforeEach
    void name() {
        a = folder.resolve("a");
        b = folder.resolve("b");
    }

    @Test
    void showsWhatChangedRunByRun() throws IOException {
        write(a, HEADER + SAME + BEFORE + SAME.replace(",a,n,", ",left,n,"));
        write(b, HEADER + AFTER + SAME.replace(",0.5,1\n", ",2,1\n"));

        Session session = Session.run("compare", a, b);

        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.out())
                .isEqualTo("""
                run                status              stop_reason                 point                     iterations      value  gradient_norm  time
                q a n n.step=0.25  converged → budget  gradient_norm → iterations  minimum → not-stationary       6 → 7  -5 + 1e-9     1e-9 → NaN    ×2

                """ + "only in " + a + ": q left n n.step=0.5\n2 runs in both, 1 changed, 1 only in " + a
                        + "; median time ×3\n");
    }

    @Test
    void asAPage() throws IOException {
        write(a, HEADER + SAME + BEFORE);
        write(b, HEADER + SAME + AFTER);
        Path page = folder.resolve("new/page.html");

        Session session = Session.run("compare", a, b, "--html", page);

        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).endsWith("2 runs in both, 1 changed; median time ×1.5\n");
        assertThat(session.err()).isEqualTo(page + ": written\n");
        assertThat(page).content().contains("<title>A: " + a + ", B: " + b + "</title>", "minimum → not-stationary");
    }

    @Test
    void aFolderIsNoPage() throws IOException {
        write(a, HEADER + SAME);
        write(b, HEADER + SAME);

        Session session = Session.run("compare", a, b, "--html", folder);

        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo("--html needs the name of a file: '" + folder + "' is a folder");
    }

    @Test
    void asJson() throws IOException {
        write(a, HEADER + BEFORE);
        write(b, HEADER + AFTER + SAME);

        Session session = Session.run("compare", a, b, "--json");

        assertThat(session.out().replaceAll("\\s", "")).isEqualTo(("""
                {"a": "%s", "b": "%s", "experiments": [{
                  "runs": [{
                    "problem": "q", "start": "a", "solver": "n", "parameters": {"n.step": "0.25"}, "repeat": "1",
                    "changed": {
                      "status": ["converged", "budget"],
                      "stop_reason": ["gradient_norm", "iterations"],
                      "point": ["minimum", "not-stationary"],
                      "iterations": [6, 7],
                      "value": [-5, -4.999999999],
                      "gradient_norm": [1e-9, "NaN"]
                    },
                    "seconds_ratio": 2
                  }],
                  "only_a": [],
                  "only_b": [{"problem": "q", "start": "a", "solver": "n", "parameters": {"n.step": "0.5"}, "repeat": "1"}],
                  "median_seconds_ratio": 2
                }]}""".formatted(a, b)).replaceAll("\\s", ""));
    }

    @Test
    void foldersOfSeveralExperimentsAreComparedByName() throws IOException {
        write(a.resolve("one"), HEADER + SAME);
        write(a.resolve("two"), HEADER + SAME);
        write(b.resolve("one"), HEADER + SAME);
        Files.createDirectories(b.resolve("baseline"));

        assertThat(Session.run("compare", a, b).out())
                .isEqualTo("one: 1 run in both, 0 changed; median time ×1\nonly in " + a
                        + ": q a n n.step=0.5\ntwo: 0 runs in both, 0 changed, 1 only in " + a + "\n");
    }

    @Test
    void aFolderWithoutResultsIsAMistake() throws IOException {
        write(a, HEADER + SAME);
        Files.createDirectories(b);
        assertUsage(b + ": no results here: neither runs.csv nor folders with one; 'run' makes them");

        Files.delete(b);
        assertUsage(b + ": no such folder");

        write(b.resolve("one"), HEADER + SAME);
        assertUsage(a + " holds the results of one experiment, " + b
                + " folders with those of several; give two of a kind");
    }

    @Test
    void resultsThatAreNoneAreNamedWithTheirLine() throws IOException {
        write(a, HEADER + SAME);
        write(b, HEADER + SAME + "q,a\n");
        assertUsage(b.resolve("runs.csv") + ":3: this row has 2 cells, the header 25");
    }

    private void assertUsage(String message) {
        Session session = Session.run("compare", a, b);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo(message);
    }

    private static void write(Path folder, String runs) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("runs.csv"), runs);
    }
}
