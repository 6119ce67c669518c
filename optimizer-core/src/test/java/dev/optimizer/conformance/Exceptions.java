package dev.optimizer.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All exceptions: from the rule that a quick method converges to a known minimum from every start that is a problem's own
 * (multiples of starts have no such rule), and from the rule that a run from the solution takes no step. Nothing is excepted
 * from the claims of a result.
 */
final class Exceptions {
    /**
     * What a method may come to instead.
     *
     * @param cells which cells, as they print
     * @param outcome the words of what is right there
     * @param reason why
     */
    record Excuse(Pattern cells, List<String> outcome, String reason) {
        boolean covers(Cell cell) {
            return cells.matcher(cell.toString()).matches();
        }
    }

    static final List<Excuse> ALL = List.of(
            excuse(
                    "(l-)?bfgs .* on double-well from (saddle|axis)|cg .* on double-well from (saddle|axis)"
                            + "|newton (flip|shift) .* on double-well from (saddle|axis)",
                    List.of("saddle"),
                    "the start is the saddle, or on the line that leads into it, which only negative curvature leaves"),
            excuse(
                    ".* on meyer from standard",
                    List.of("stalled", "budget", "line-search-failed"),
                    "the Hessian is 10^10 times the size of its smallest eigenvalue's part of f: rounding in the gradient is"
                            + " above 1e-8, and what knows no scales creeps along the valley"),
            excuse(
                    "cg .* on (watson|osborne-1) from standard",
                    List.of("budget", "minimum"),
                    "condition numbers of 10^8 and more take conjugate gradients thousands of iterations"),
            excuse(
                    "cg .* on powell-badly-scaled from standard",
                    List.of("stalled", "minimum", "degenerate"),
                    "steps end in rounding at a gradient of 1e-8 to 4e-8: the curvatures are 10^15 apart"),
            excuse(
                    "cg .* on brown-badly-scaled from standard",
                    List.of("line-search-failed", "budget", "minimum"),
                    "one entry of x is 1e6, where its rounding alone is a gradient of 1e-10, the other 2e-6: what is left"
                            + " of the gradient is rounding"),
            excuse(
                    "(cubic|dogleg) on biggs-exp6 from standard",
                    List.of("budget", "degenerate"),
                    "they enter the valley that leads to infinity along f = 0.2427, and follow it"));

    /** Runs whose end is not the end of a run from there, with the reason. */
    static final Map<String, String> GO_ON_AGAIN = Map.of(
            "nearly exact on osborne-1 from times-100",
            "the point is degenerate with a curvature of -3e-18: whether a step along it comes to a lower point depends on its"
                    + " length, and that on the steps before",
            "cubic on biggs-exp6 from times-100",
            "the point is degenerate, in the valley that leads to infinity: it is left or not as above");

    private Exceptions() {}

    static Optional<Excuse> of(Cell cell) {
        return ALL.stream().filter(excuse -> excuse.covers(cell)).findFirst();
    }

    private static Excuse excuse(String cells, List<String> outcome, String reason) {
        return new Excuse(Pattern.compile(cells), outcome, reason);
    }
}
