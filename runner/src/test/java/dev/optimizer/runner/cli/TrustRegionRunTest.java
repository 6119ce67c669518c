package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust regions and cubic regularisation as a config names them. */
class TrustRegionRunTest {
    private static final String SADDLE = """
            version: 1
            problem: {formula: x^4 - x^2 + y^2, starts: {saddle: {x: 0, y: 0}, above: {x: 0, y: 3}}}
            solvers:
              exact: trust-region
              dogleg: {type: trust-region, subproblem: dogleg, radius: 0.5}
              steihaug: {type: trust-region, subproblem: steihaug}
              gltr: {type: trust-region, subproblem: gltr}
              cubic: cubic-regularization
              stays: {type: trust-region, escape_saddles: false}
              cubic-stays: {type: cubic-regularization, escape_saddles: false}
            expect:
              - {for: {solver: [exact, dogleg, steihaug, gltr, cubic]}, point: minimum, value: {near: -0.25}}
              - {for: {start: saddle, solver: [stays, cubic-stays]}, status: converged, point: saddle, value: {near: 0}}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyTypeWithItsOptions() throws IOException {
        Path config = Files.writeString(folder.resolve("saddle.yaml"), SADDLE);

        Session session = Session.run(config, "--out", folder.resolve("out"));

        assertThat(session.exit()).as("%s", session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("14 runs = 1 problem x 2 starts x 7 solvers; 26 of 26 checks passed");
    }
}
