package dev.optimizer.runner.plugin;

import dev.optimizer.runner.config.Plugin;
import dev.optimizer.runner.config.Plugins;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plugins of the jars that the command line names; loaded when they are first asked for, and then kept. */
public final class PluginJars implements Plugins {
    private final List<Path> jars;
    private List<Plugin> loaded;

    public PluginJars(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /** @throws UnusableJarException if a jar cannot be used, or two of them offer the same name */
    @Override
    public synchronized List<Plugin> all() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private List<Plugin> load() {
        Map<String, Plugin> plugins = new LinkedHashMap<>();
        for (Path jar : jars.stream()
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .distinct()
                .toList()) {
            for (Plugin plugin : new PluginJar(jar).plugins()) {
                Plugin other = plugins.putIfAbsent(plugin.name(), plugin);
                if (other != null) {
                    String both = other.jar().equals(plugin.jar()) ? " twice" : ", and so does " + other.jar();
                    throw new UnusableJarException(jar + ": offers the plugin '" + plugin.name() + "'" + both, null);
                }
            }
        }
        return List.copyOf(plugins.values());
    }
}
