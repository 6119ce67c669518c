package dev.optimizer.runner.cli;

import dev.optimizer.runner.report.Png;
import java.io.IOException;
import picocli.CommandLine.Option;

/** How plots are written besides as SVG. */
final class PlotOptions {
    @Option(names = "--png", description = "Also write the plots as pictures: plots/*.png, beside plots/*.svg.")
    boolean png;

    /**
     * Finds out before anything is done whether pictures can be made.
     *
     * @throws UsageException if they cannot
     */
    void check() {
        try {
            if (png) {
                Png.check();
            }
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
