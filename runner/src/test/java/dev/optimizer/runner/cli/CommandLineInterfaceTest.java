package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineInterfaceTest {
    private static final Set<String> SUBCOMMANDS = Set.of("run", "plan", "validate", "inspect", "list");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | run",
                "a.yaml | run a.yaml",
                "a.yaml b.yaml | run a.yaml b.yaml",
                "run a.yaml | run a.yaml",
                "plan a.yaml | plan a.yaml",
                "-q a.yaml | run -q a.yaml",
                "-q plan a.yaml | plan -q a.yaml",
                "-q --color=never list solvers | list -q --color=never solvers",
                "--out dir a.yaml | run --out dir a.yaml",
                "a.yaml plan | run a.yaml plan",
                "-h | -h",
                "--help | --help",
                "-V | -V",
                "--version | --version",
                "run --help | run --help",
                "--help run | run --help",
                "a.yaml --help | run a.yaml --help"
            })
    void withoutASubcommandItIsRun(String typed, String meant) {
        String[] args = typed.isEmpty() ? new String[0] : typed.split(" ");
        assertThat(CommandLineInterface.withDefaultSubcommand(args, SUBCOMMANDS))
                .containsExactly(meant.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Missing required parameter: 'CONFIG' | runner run",
                "run | Missing required parameter: 'CONFIG' | runner run",
                "plan | Missing required parameter: 'CONFIG' | runner plan",
                "inspect | Missing required parameter: 'CONFIG' | runner inspect",
                "validate --bogus a.yaml | Unknown option: '--bogus' | runner validate",
                "a.yaml --color sometimes | sometimes | runner run",
                "a.yaml --out | Missing required parameter for option '--out' | runner run",
                "inspect a.yaml --start a --at x=1 | mutually exclusive | runner inspect",
                "list | Missing required parameter | runner list",
                "list things | expected one of [solvers, problems] | runner list"
            })
    void aWrongCommandLineNamesTheRemedy(String typed, String message, String command) {
        Session session = Session.run((Object[]) (typed.isEmpty() ? new String[0] : typed.split(" ")));
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.out()).isEmpty();
        assertThat(session.err().lines()).hasSize(3);
        assertThat(session.err()).contains(message).endsWith("\nTry '" + command + " --help'.\nexit 2: usage\n");
    }

    @Test
    void helpIsAResultAndTellsTheExitCodes() {
        Session help = Session.run("--help");
        assertThat(help.exit()).isEqualTo(ExitCode.OK);
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("run", "plan", "validate", "inspect", "list");
        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).containsPattern("\\b" + code.code() + "\\b");
        }
        assertThat(Session.run("run", "--help").out()).containsPattern("--out=DIR[^-]*Default:\\s+results\\.");
    }

    @Test
    void theVersionIsThatOfTheBuildWhereverItIsAsked() {
        assertThat(Session.run("--version").out()).matches("runner \\d+\\.\\d+\\.\\d+\\S*\n");
        for (String subcommand : SUBCOMMANDS) {
            assertThat(Session.run(subcommand, "--version").out())
                    .as(subcommand)
                    .isEqualTo(Session.run("--version").out());
        }
    }
}
