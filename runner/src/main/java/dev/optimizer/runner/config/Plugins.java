package dev.optimizer.runner.config;

import java.util.List;

/** Where {@code plugin:} looks for objectives. Nothing is loaded before the first config that uses one. */
@FunctionalInterface
public interface Plugins {
    /** The plugins of all jars, loaded when they are first asked for; names are different. */
    List<Plugin> all();

    /** No jars, no plugins. */
    static Plugins none() {
        return List::of;
    }
}
