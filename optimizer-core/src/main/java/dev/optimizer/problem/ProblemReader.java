package dev.optimizer.problem;

import dev.optimizer.formula.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Makes a problem of a file, for given parameters. */
final class ProblemReader {
    /** {@code 10 in 2..1000 step 2}. */
    private static final Pattern PARAMETER = Pattern.compile("(.+?) in (.+?)\\.\\.(.+?)(?: step (.+))?");

    /** {@code minimum 0 at 1, 1 when n = 2}. */
    private static final Pattern STATIONARY = Pattern.compile("(\\w+) (.+?)(?: at (.+?))?(?: when (.+))?");

    private static final Pattern RELATION = Pattern.compile("(.+?) *([=>]) *(.+)");

    /** {@code 17.4 as y, z to infinity when n = 2}. */
    private static final Pattern LIMIT = Pattern.compile("(.+?) as (.+?)(?: when (.+))?");

    private final String name;
    private final ProblemFile file;
    private final List<Parameter> parameters;
    private final Constants constants;

    private ProblemReader(String name, ProblemFile file, Map<String, Integer> given) {
        this.name = name;
        this.file = file;
        this.parameters = parameters(file, given);
        this.constants = new Constants(parameters);
    }

    /** @throws IllegalArgumentException if the file is wrong, or a parameter is none or out of its range */
    static Problem read(String name, ProblemFile file, Map<String, Integer> given) {
        return new ProblemReader(name, file, given).problem();
    }

    /** The parameters in order: defaults and ranges may use those before. */
    private static List<Parameter> parameters(ProblemFile file, Map<String, Integer> given) {
        Map<String, String> declared = file.group("param");
        given.keySet().stream().filter(name -> !declared.containsKey(name)).forEach(name -> {
            String known = declared.isEmpty() ? "it has none" : "known: " + String.join(", ", declared.keySet());
            throw new IllegalArgumentException("unknown parameter '" + name + "'; " + known);
        });
        List<Parameter> parameters = new ArrayList<>();
        declared.forEach((name, text) -> {
            Matcher parts = file.matched(PARAMETER, text);
            Constants before = new Constants(List.copyOf(parameters));
            parameters.add(new Parameter(
                    name,
                    given.containsKey(name) ? given.get(name) : before.whole(parts.group(1)),
                    before.whole(parts.group(2)),
                    before.whole(parts.group(3)),
                    parts.group(4) == null ? 1 : before.whole(parts.group(4))));
        });
        return parameters;
    }

    private Problem problem() {
        FormulaReader formulas = new FormulaReader(file, constants);
        Formula formula = formulas.objective();
        int n = Math.toIntExact(formula.dimension());
        return new Problem(
                name,
                file.get("title"),
                file.get("source"),
                file.find("note").orElse(""),
                parameters,
                formulas.data(),
                formula,
                formulas.residuals(),
                starts(n),
                stationaryPoints(n),
                limits(),
                file.find("ending").map(words -> List.of(words.split(" +"))).orElse(List.of()));
    }

    /** The starts of the file and, for every factor, the multiple of the standard start. */
    private Map<String, List<Double>> starts(int n) {
        Map<String, List<Double>> starts = new LinkedHashMap<>();
        file.group("start").forEach((start, list) -> starts.put(start, boxed(constants.repeated(list, n))));
        for (double factor : file.find("factors").map(constants::list).orElse(new double[0])) {
            starts.put("times-" + Math.round(factor), times(factor, starts.get("standard")));
        }
        return starts;
    }

    /** Where the standard start is 0 the multiple is the vector of factors (More, Garbow, Hillstrom 1981, INITPT). */
    private static List<Double> times(double factor, List<Double> standard) {
        boolean zero = standard.stream().allMatch(value -> value == 0);
        return standard.stream().map(value -> zero ? factor : factor * value).toList();
    }

    private List<Problem.StationaryPoint> stationaryPoints(int n) {
        List<Problem.StationaryPoint> points = new ArrayList<>();
        file.group("stationary").forEach((point, text) -> {
            Matcher parts = file.matched(STATIONARY, text);
            if (holds(parts.group(4))) {
                List<Double> at = parts.group(3) == null ? List.of() : boxed(constants.repeated(parts.group(3), n));
                points.add(new Problem.StationaryPoint(point, parts.group(1), constants.number(parts.group(2)), at));
            }
        });
        return points;
    }

    /** Whether {@code n = 10, m > n}; without a condition it does. */
    private boolean holds(String condition) {
        return condition == null
                || Texts.items(condition).stream().allMatch(relation -> {
                    Matcher sides = file.matched(RELATION, relation);
                    int left = constants.whole(sides.group(1));
                    int right = constants.whole(sides.group(3));
                    return sides.group(2).equals("=") ? left == right : left > right;
                });
    }

    private List<Problem.Limit> limits() {
        List<Problem.Limit> limits = new ArrayList<>();
        file.group("limit").forEach((limit, text) -> {
            Matcher parts = file.matched(LIMIT, text);
            if (holds(parts.group(3))) {
                limits.add(new Problem.Limit(limit, constants.number(parts.group(1)), parts.group(2)));
            }
        });
        return limits;
    }

    private static List<Double> boxed(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
