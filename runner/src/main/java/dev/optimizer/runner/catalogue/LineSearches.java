package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.BarzilaiBorwein;
import dev.optimizer.descent.ExactStep;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.HagerZhang;
import dev.optimizer.descent.MoreThuente;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.util.stream.Stream;

/** The line searches that a config can name, as options of the solvers that have one. */
final class LineSearches {
    static final Section FIXED = Section.of("fixed", "the same step length every time");

    static final Section EXACT = Section.of(
            "exact",
            "to the minimum of the parabola with the slope and curvature of f: the exact minimum if f is quadratic, else"
                    + " shortened as by armijo where need be");

    static final Section ARMIJO = Section.of(
            "armijo",
            "backtracking to sufficient decrease",
            c1(),
            Key.optional(
                            "memory",
                            Kind.whole(1, 1000),
                            "the number of values of f whose largest must not be exceeded; 1 if not given, so f falls"
                                    + " every time")
                    .from("Grippo, Lampariello, Lucidi 1986"));

    static final Section BARZILAI_BORWEIN = Section.of(
            "barzilai-borwein",
            "by the curvature along the last step, then as armijo with a memory",
            Key.optional(
                            "formula",
                            Kind.word(Stream.of(BarzilaiBorwein.Formula.values())
                                    .map(BarzilaiBorwein.Formula::word)
                                    .toArray(String[]::new)),
                            BarzilaiBorwein.Formula.ALTERNATING.word(),
                            "with the last step s and the change y of ∇f: s·s/s·y (long), s·y/y·y (short), or the two in"
                                    + " turn")
                    .from("Barzilai, Borwein 1988, eqs. 5 and 6"),
            c1(),
            Key.optional(
                            "memory",
                            Kind.whole(1, 1000),
                            "10",
                            "the number of values of f whose largest must not be exceeded")
                    .from("Raydan 1997"));

    private LineSearches() {}

    /** The strong Wolfe conditions with the slope that may remain by default, which depends on the direction. */
    static Section strongWolfe(String c2) {
        return Section.of(
                "strong-wolfe",
                "sufficient decrease and a flatter slope",
                c1(),
                Key.optional("c2", Kind.number().above(0).below(1), c2, "the fraction of the slope that may remain")
                        .from("Nocedal, Wright 2006, section 3.1"));
    }

    /** The search of Hager and Zhang with the slope that may remain by default, which depends on the direction. */
    static Section hagerZhang(String sigma) {
        return Section.of(
                "hager-zhang",
                "the Wolfe conditions, decided by slopes near round-off",
                Key.optional(
                                "delta",
                                Kind.number().above(0).below(0.5),
                                "0.1",
                                "the fraction of the predicted decrease to insist on")
                        .from("Hager, Zhang 2005, section 4"),
                Key.optional(
                                "sigma",
                                Kind.number().above(0).below(1),
                                sigma,
                                "the fraction of the slope that may remain, at least delta")
                        .from("Hager, Zhang 2005, section 4"));
    }

    private static Key c1() {
        return Key.optional(
                        "c1",
                        Kind.number().above(0).below(0.5),
                        "1e-4",
                        "the fraction of the predicted decrease to insist on")
                .from("Nocedal, Wright 2006, section 3.1");
    }

    /** A new step rule as configured. */
    static StepRule create(Choice lineSearch) {
        Options options = Options.of(lineSearch);
        return switch (lineSearch.type()) {
            case "fixed" -> new FixedStep();
            case "exact" -> new ExactStep();
            case "armijo" ->
                new ArmijoBacktracking(options.number("c1"), options.has("memory") ? options.whole("memory") : 1);
            case "strong-wolfe" -> new MoreThuente(options.number("c1"), options.number("c2"));
            case "barzilai-borwein" ->
                new BarzilaiBorwein(formula(options.word("formula")), options.number("c1"), options.whole("memory"));
            case "hager-zhang" -> new HagerZhang(options.number("delta"), options.number("sigma"));
            default -> throw new IllegalArgumentException("no such line search: " + lineSearch.type());
        };
    }

    private static BarzilaiBorwein.Formula formula(String word) {
        return Stream.of(BarzilaiBorwein.Formula.values())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
