/** The command line: subcommands, what they print, and how the program ends. */
package dev.optimizer.runner.cli;
