package dev.optimizer.runner.plan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names runs: {@code problem-start-solver-step-0.01-r2-a1b2c3}, what a person would call it and a hash of what it is. An id is the
 * name of a file, and depends on nothing but the run itself.
 */
final class RunId {
    /** With an ending such as {@code .csv} well below the 255 bytes that file systems allow. */
    private static final int LONGEST = 200;

    private static final int LONGEST_VALUE = 24;

    /** Of readable ids few share all but the hash; where the readable part does not say all, the hash has to. */
    private static final int DIGITS = 6;

    private static final int MANY_DIGITS = 16;

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._+-]+");

    private RunId() {}

    /**
     * The id of a run.
     *
     * @param names of problem, start and solver
     * @param parameters by path the values of the sweep, in alphabetical order of the paths
     * @param repeat which repetition; the first is named like the only one
     */
    static String of(List<String> names, Map<String, String> parameters, int repeat, Identity identity) {
        StringBuilder readable = new StringBuilder(String.join("-", names));
        boolean complete = true;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String path = parameter.getKey();
            String value = legible(parameter.getValue());
            complete &= value.equals(parameter.getValue());
            readable.append('-')
                    .append(path.substring(path.lastIndexOf('.') + 1))
                    .append('-')
                    .append(value);
        }
        readable.append(repeat == 1 ? "" : "-r" + repeat);
        complete &= readable.length() <= LONGEST - 1 - DIGITS;
        int digits = complete ? DIGITS : MANY_DIGITS;
        readable.setLength(Math.min(readable.length(), LONGEST - 1 - digits));
        return readable + "-" + Hash.hex(described(names, parameters, repeat, identity), digits);
    }

    private static String legible(String value) {
        String name = NOT_IN_A_NAME.matcher(value).replaceAll("_").replaceFirst("^_(type_)?", "");
        String cut = name.length() <= LONGEST_VALUE ? name : name.substring(0, LONGEST_VALUE);
        return cut.replaceFirst("[_.]+$", "");
    }

    private static String described(List<String> names, Map<String, String> parameters, int repeat, Identity identity) {
        // Names may hold the hyphens that join them: a-b and c, or a and b-c.
        String described = String.join("\n", "names " + names, identity.toString(), "repeat " + repeat);
        return parameters.isEmpty() ? described : described + "\nparameters " + parameters;
    }
}
