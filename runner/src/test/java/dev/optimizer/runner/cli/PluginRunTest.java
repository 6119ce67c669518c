package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.plugin.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objectives from jars, from good ones and from those that are broken in every way. */
class PluginRunTest {
    private static final String SERVICE = "demo.Bowl\n";
    private static final String NAME = "return \"bowl\";";

    private static final String CONFIG = """
            version: 1
            problem:
              plugin: bowl
              starts: {far: 3}
            solvers: {newton: newton}
            """;

    @TempDir
    private Path folder;

    private Path config;
    private int jars;

    @BeforeEach
    void writeConfig() throws IOException {
        config = Files.writeString(folder.resolve("square.yaml"), CONFIG);
    }

    private Path jar(String source) throws IOException {
        return jar(source, SERVICE);
    }

    /** Each in a folder of its own: a JVM that has a jar open does not see that it is another. */
    private Path jar(String source, String service) throws IOException {
        Path file = folder.resolve(++jars + "/bowl.jar");
        Files.createDirectory(file.getParent());
        return PluginSource.jar(file, source, service);
    }

    private Session runWith(Path jar) {
        return Session.run("run", config, "--plugins", jar, "--out", folder.resolve("results"));
    }

    @Test
    void theExampleOfTheGuideRunsAsItStandsThere() throws IOException {
        Path jar = jar(PluginSource.bowl());
        Path bowl = Files.writeString(folder.resolve("bowl.yaml"), PluginSource.bowlConfig());
        Path out = folder.resolve("results");
        Session session = Session.run(bowl, "--plugins", jar, "--out", out);
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("6 of 6 checks passed");
        assertThat(Files.readString(out.resolve("bowl/manifest.json")))
                .contains("\"plugin\" : {", "\"jar\" : \"bowl.jar\"", "\"sha256\" : \"", "\"n\" : 3");
        assertThat(Files.readString(out.resolve("bowl/runs.csv"))).contains("x_1,x_2,x_3");
        assertThat(Session.run("list", "problems", "--plugins", jar).out())
                .contains("bowl: half the sum of i·xᵢ²\n  parameter n = 2: 1 to 1000\n  [plugin of bowl.jar]\n");
        assertThat(Session.run("list", "problems", "--json", "--plugins", jar).out())
                .contains("\"jar\" : \"bowl.jar\"");
        assertThat(Session.run("inspect", bowl, "--plugins", jar, "--at", "x=[1,1,1]")
                        .out())
                .contains("3");
        assertThat(Session.run("validate", bowl, "--plugins", jar).out())
                .contains("bowl: f(x: vector of 3) = plugin bowl {n=3}");
    }

    @Test
    void anotherContentOfTheJarIsAnotherRun() throws IOException {
        String first = Session.run("plan", config, "--plugins", jar(PluginSource.square("", NAME, "", "")))
                .out();
        String same = Session.run("plan", config, "--plugins", jar(PluginSource.square("", NAME, "", "")))
                .out();
        String other = Session.run("plan", config, "--plugins", jar(PluginSource.square("", NAME, "", "x.length();")))
                .out();
        assertThat(first).contains("1 run").isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void namesAndParametersAreCheckedAtTheirPlace() throws IOException {
        Path jar = jar(PluginSource.bowl());
        Files.writeString(config, CONFIG.replace("plugin: bowl", "plugin: bwol"));
        assertThat(runWith(jar).message()).contains("square.yaml:3:11: unknown plugin 'bwol'; did you mean 'bowl'?");
        assertThat(runWith(jar).exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        Files.writeString(config, CONFIG.replace("plugin: bowl", "plugin: bowl\n  params: {n: 2000}"));
        assertThat(runWith(jar).message()).contains("square.yaml:4:15: n must be 1 to 1000: 2000");
        Files.writeString(config, CONFIG.replace("plugin: bowl", "plugin: bowl\n  params: {m: 2}"));
        assertThat(runWith(jar).message()).contains("square.yaml:4:12: unknown parameter 'm'");
        Files.writeString(config, CONFIG.replace("plugin: bowl", "plugin: bowl\n  maximise: true"));
        assertThat(runWith(jar).message())
                .contains("square.yaml:4:3: 'maximise' goes with a formula, not with plugin; remove it");
        Session none = Session.run("plan", Files.writeString(config, CONFIG));
        assertThat(none.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(none.message())
                .contains("square.yaml:3:11: no jar offers the plugin 'bowl'; name one with --plugins");
    }

    @Test
    void aJarIsNotTouchedUnlessAConfigUsesAPlugin() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar at all");
        Files.writeString(config, CONFIG.replace("plugin: bowl", "formula: x^2"));
        assertThat(runWith(broken).exit()).isEqualTo(ExitCode.OK);
        Files.writeString(config, CONFIG);
        refused(broken, broken + ": is no jar: ");
    }

    @Test
    void jarsThatOfferNothingUsable() throws IOException {
        refused(folder.resolve("missing.jar"), "missing.jar: there is no such file");
        String good = PluginSource.square("", NAME, "", "");
        refused(jar(good, ""), "bowl.jar: offers no plugin; META-INF/services/");
        refused(jar(good, "demo.Other\n"), "bowl.jar: its plugin cannot be made: ");
        refused(jar(good, "demo.Bowl$1\n"), "bowl.jar: its plugin cannot be made: ");
        refused(
                jar(PluginSource.square("throw new IllegalStateException(\"no licence\");", NAME, "", "")),
                "bowl.jar: its plugin cannot be made: no licence");
        refused(
                jar(PluginSource.square("throw new NoClassDefFoundError(\"demo/Missing\");", NAME, "", "")),
                "bowl.jar: its plugin cannot be made: NoClassDefFoundError: demo/Missing");
        refused(
                jar(PluginSource.square("", "return \"../bowl\";", "", "")),
                "bowl.jar: demo.Bowl is called '../bowl', which is no name for a plugin");
        refused(
                jar(PluginSource.square("", "throw new IllegalStateException(\"who am I\");", "", "")),
                "bowl.jar: demo.Bowl cannot say its name: who am I");
    }

    @Test
    void twoJarsOfOneName() throws IOException {
        String good = PluginSource.square("", NAME, "", "");
        Path one = PluginSource.jar(folder.resolve("one.jar"), good, SERVICE);
        Path two = PluginSource.jar(folder.resolve("two.jar"), good, SERVICE);
        Session session = Session.run("plan", config, "--plugins", one, "--plugins", two);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).endsWith("two.jar: offers the plugin 'bowl', and so does one.jar");
        assertThat(Session.run("plan", config, "--plugins", one, "--plugins", one)
                        .exit())
                .isEqualTo(ExitCode.OK);
    }

    private void refused(Path jar, String message) {
        Session session = runWith(jar);
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).contains(message).doesNotContain("\n", "\tat ");
    }

    @Test
    void whatAnObjectiveThrowsIsACrashedRun() throws IOException {
        crashed(
                PluginSource.square("", NAME, "if (true) throw new IllegalStateException(\"no data\");", ""),
                "no data");
        crashed(PluginSource.square("", NAME, "if (true) return null;", ""), "made no objective");
        crashed(PluginSource.square("", NAME, "", "if (true) throw new IllegalStateException(\"lost\");"), "lost");
        crashed(
                PluginSource.square("", NAME, "", "if (true) throw new NoClassDefFoundError(\"demo/Missing\");"),
                "NoClassDefFoundError: demo/Missing");
    }

    private void crashed(String source, String reason) throws IOException {
        Path jar = jar(source);
        Session session = runWith(jar);
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.RUN_CRASHED);
        assertThat(session.err()).contains("crashed: ").contains(reason).doesNotContain("\tat ");
        Session inspected = Session.run("inspect", config, "--plugins", jar);
        assertThat(inspected.exit()).isEqualTo(ExitCode.RUN_CRASHED);
        assertThat(inspected.message())
                .startsWith("bowl.jar: plugin bowl failed: ")
                .contains(reason);
    }

    @Test
    void wrongDerivativesAreFoundUnasked() throws IOException {
        Path jar = jar(PluginSource.square("", NAME, "", "").replace("g.putScalar(0, 2 *", "g.putScalar(0, 3 *"));
        Session session = runWith(jar);
        assertThat(session.err()).contains("NOT TO BE TRUSTED, the gradient does not belong to the value");
        assertThat(Files.readString(folder.resolve("results/square/runs.csv"))).contains("NOT TO BE TRUSTED");
    }

    @Test
    void variablesThatAreNoneAreTheConfigsError() throws IOException {
        Path jar =
                jar(PluginSource.square("", NAME, "", "").replace("\"x\", Shape.scalar()", "\"sum\", Shape.scalar()"));
        Session session = runWith(jar);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.message())
                .contains("square.yaml:3:11: the plugin 'bowl' of bowl.jar cannot say what its variables are: ");
    }
}
