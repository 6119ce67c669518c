package dev.optimizer.runner.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Java sources that become jars: plugins as their authors make them. */
public final class PluginSource {
    private static final String SERVICE = "META-INF/services/dev.optimizer.problem.ObjectiveProvider";

    private PluginSource() {}

    /** The example of EXTENDING.md, as it stands there. */
    public static String bowl() {
        return block("`Bowl.java`:");
    }

    /** The config of the example. */
    public static String bowlConfig() {
        return block("`bowl.yaml`:");
    }

    private static String block(String title) {
        try {
            String text = Files.readString(Path.of("../EXTENDING.md"));
            int start = text.indexOf('\n', text.indexOf("```", text.indexOf(title))) + 1;
            return text.substring(start, text.indexOf("```", start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest plugin: f(x) = x², with statements put in where its methods begin. */
    public static String square(String constructor, String name, String create, String value) {
        return """
                package demo;

                import dev.optimizer.formula.Shape;
                import dev.optimizer.objective.Objective;
                import dev.optimizer.problem.ObjectiveProvider;
                import java.util.Map;
                import org.nd4j.linalg.api.ndarray.INDArray;

                public final class Bowl implements ObjectiveProvider {
                    public Bowl() { %s }
                    public String name() { %s }
                    public String summary() { return "x squared"; }
                    public Map<String, Shape> variables(Map<String, Integer> parameters) {
                        return Map.of("x", Shape.scalar());
                    }
                    public Objective create(Map<String, Integer> parameters) {
                        %s
                        return new Objective() {
                            public long dimension() { return 1; }
                            public double value(INDArray x) {
                                %s
                                return x.getDouble(0) * x.getDouble(0);
                            }
                            public double gradient(INDArray x, INDArray g) {
                                g.putScalar(0, 2 * x.getDouble(0));
                                return value(x);
                            }
                        };
                    }
                }
                """.formatted(constructor, name, create, value);
    }

    /** Compiles {@code demo.Bowl} and packs it with a service file of the given content; empty content for none. */
    public static Path jar(Path file, String source, String service) throws IOException {
        Path work = Files.createTempDirectory(file.getParent(), "work");
        Path java = Files.writeString(work.resolve("Bowl.java"), source);
        Path classes = Files.createDirectory(work.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", classes.toString());
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                .getJavaFileObjects(java))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(one).toString().replace('\\', '/');
                put(jar, name, Files.readAllBytes(one));
            }
            if (!service.isEmpty()) {
                put(jar, SERVICE, service.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
