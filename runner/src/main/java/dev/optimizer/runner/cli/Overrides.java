package dev.optimizer.runner.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the command line puts into a config. */
final class Overrides {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Puts a value into the config, as if it stood there: --set newton.modification=none,",
                "--set stop.iterations=50, --set 'problem.starts.left={x: 1}'. Repeatable."
            })
    private List<String> values = new ArrayList<>();

    /** @throws UsageException if one of them is not {@code path=value} */
    List<String> values() {
        for (String value : values) {
            if (value.indexOf('=') < 1) {
                throw new UsageException("--set needs path=value: " + value);
            }
        }
        return values;
    }
}
