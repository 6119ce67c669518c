package dev.optimizer.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a problem: lines {@code key = value} in order. A line that begins with white space continues the one
 * before; {@code #} at the beginning of a line makes it a comment.
 */
final class ProblemFile {
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a line has no {@code =}, or a key stands there twice */
    ProblemFile(String name, String text) {
        this.name = name;
        String key = null;
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (key != null && Character.isWhitespace(line.charAt(0))) {
                values.merge(key, line.strip(), (before, more) -> before + " " + more);
            } else {
                key = add(line);
            }
        }
    }

    private String add(String line) {
        int sign = line.indexOf('=');
        if (sign < 0) {
            throw error("a line must be 'key = value': " + line);
        }
        String key = line.substring(0, sign).strip();
        if (values.put(key, line.substring(sign + 1).strip()) != null) {
            throw error("the key '" + key + "' stands there twice");
        }
        return key;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @throws IllegalArgumentException if there is no such key */
    String get(String key) {
        return find(key).orElseThrow(() -> error("the key '" + key + "' is missing"));
    }

    /** The values of the keys {@code group.name} by name, in the order of the file. */
    Map<String, String> group(String group) {
        Map<String, String> members = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(group + ".")) {
                members.put(key.substring(group.length() + 1), value);
            }
        });
        return members;
    }

    /** @throws IllegalArgumentException if the text is not of this form */
    Matcher matched(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw error("'" + text + "' is not of the form " + form);
        }
        return matcher;
    }

    IllegalArgumentException error(String what) {
        return new IllegalArgumentException("problem " + name + ": " + what);
    }
}
