package dev.optimizer.runner.cli;

import picocli.CommandLine.Option;

/** What every subcommand understands. */
final class GlobalOptions {
    /** When to use colours; the words as the user writes them. */
    enum ColorChoice {
        auto,
        always,
        never
    }

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Colours on the terminal; NO_COLOR is honoured.")
    ColorChoice color = ColorChoice.auto;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only results and errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also stack traces and the log of ND4J.")
    boolean verbose;
}
