package dev.optimizer.runner.plan;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of runs in results: by problem, start, solver, parameters and repetition, so that the order in which the config lists
 * them does not matter. Numbers in texts count as numbers: {@code any-2} comes before {@code any-10}.
 */
public final class RunOrder {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
    private static final Pattern PIECE = Pattern.compile("[0-9]{1,18}|[^0-9]+");

    /** Of two texts. */
    public static final Comparator<String> NATURAL =
            ((Comparator<String>) RunOrder::natural).thenComparing(Comparator.naturalOrder());

    /** Of two runs of one experiment. */
    public static final Comparator<PlannedRun> OF_RUNS = Comparator.comparing(
                    (PlannedRun run) -> run.problem().name(), NATURAL)
            .thenComparing(run -> run.start().name(), NATURAL)
            .thenComparing(run -> run.solver().name(), NATURAL)
            .thenComparing(RunOrder::parameters)
            .thenComparingInt(PlannedRun::repeat);

    private RunOrder() {}

    private static int parameters(PlannedRun a, PlannedRun b) {
        for (String path : a.parameters().keySet().stream().sorted().toList()) {
            int order = NATURAL.compare(a.parameters().get(path), b.parameters().getOrDefault(path, ""));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int natural(String a, String b) {
        boolean isNumber = NUMBER.matcher(a).matches();
        if (isNumber != NUMBER.matcher(b).matches()) {
            return isNumber ? -1 : 1;
        } else if (isNumber) {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        Matcher left = PIECE.matcher(a);
        Matcher right = PIECE.matcher(b);
        while (left.find()) {
            int order = right.find() ? piece(left.group(), right.group()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : 0;
    }

    private static int piece(String a, String b) {
        return isDigits(a) && isDigits(b) ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    private static boolean isDigits(String piece) {
        return Character.digit(piece.charAt(0), 10) >= 0;
    }
}
