package dev.optimizer.runner.plugin;

import dev.optimizer.problem.ObjectiveProvider;
import dev.optimizer.runner.config.Plugin;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.plan.Hash;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One jar. It has a class loader of its own, so that jars cannot get in each other's way; the loader stays open as long as the
 * program runs, for classes are loaded when they are first used.
 */
final class PluginJar {
    private final Path jar;

    PluginJar(Path jar) {
        this.jar = jar;
    }

    /** What the jar offers, at least one. */
    List<Plugin> plugins() {
        String sha256 = hash();
        List<Plugin> plugins = new ArrayList<>();
        for (ObjectiveProvider provider : providers()) {
            plugins.add(new Plugin(name(provider), provider, jar.getFileName().toString(), sha256));
        }
        if (plugins.isEmpty()) {
            throw refused(
                    "offers no plugin; META-INF/services/" + ObjectiveProvider.class.getName() + " must name one",
                    null);
        }
        return plugins;
    }

    private String hash() {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Hash.hex(Files.readAllBytes(Path.of(zip.getName())));
        } catch (NoSuchFileException e) {
            throw refused("there is no such file", e);
        } catch (ZipException e) {
            throw refused("is no jar: " + e.getMessage(), e);
        } catch (IOException e) {
            throw refused("cannot be read: " + e.getMessage(), e);
        }
    }

    private List<ObjectiveProvider> providers() {
        List<ObjectiveProvider> providers = new ArrayList<>();
        try {
            URL[] place = {jar.toUri().toURL()};
            ClassLoader loader = new URLClassLoader(
                    jar.getFileName().toString(), place, getClass().getClassLoader());
            ServiceLoader.load(ObjectiveProvider.class, loader).stream()
                    // The loader also sees what the program itself might offer.
                    .filter(found -> found.type().getClassLoader() == loader)
                    .forEach(found -> providers.add(found.get()));
        } catch (ServiceConfigurationError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw refused("its plugin cannot be made: " + Thrown.inWords(cause), e);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            throw refused("its plugin cannot be made: " + Thrown.inWords(e), e);
        }
        return providers;
    }

    private String name(ObjectiveProvider provider) {
        String type = provider.getClass().getName();
        String name;
        try {
            name = String.valueOf(provider.name());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw refused(type + " cannot say its name: " + Thrown.inWords(e), e);
        }
        if (!Plugin.isName(name)) {
            throw refused(type + " is called '" + name + "', which is no name for a plugin", null);
        }
        return name;
    }

    private UnusableJarException refused(String problem, Throwable cause) {
        return new UnusableJarException(jar + ": " + problem, cause);
    }
}
