package dev.optimizer.runner.config;

import dev.optimizer.problem.ObjectiveProvider;
import dev.optimizer.runner.config.declaration.ConfigSchema;

/**
 * An objective that a jar offers.
 *
 * @param name what configs call it
 * @param provider makes it
 * @param jar the file's name, for messages
 * @param sha256 of the file's content, 64 hexadecimal digits: another content is another objective
 */
public record Plugin(String name, ObjectiveProvider provider, String jar, String sha256) {
    /** Whether a name may be that of a plugin. */
    public static boolean isName(String name) {
        return ConfigSchema.NAME.pattern().matcher(name).matches();
    }
}
