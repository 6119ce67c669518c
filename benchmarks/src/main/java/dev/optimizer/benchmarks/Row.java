package dev.optimizer.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark's row in the table of results says: what was timed, and what is claimed of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Row {
    /** What was timed. */
    String value();

    /** The benchmark of the same class, with the same parameters, whose time this one is divided by. */
    String peer() default "";

    /** The claim: how many times the peer's time this one takes at most. NaN claims nothing. */
    double atMost() default Double.NaN;

    /** The claim: how many times the peer's time this one takes at least. NaN claims nothing. */
    double atLeast() default Double.NaN;

    /**
     * How many evaluations one call does. JMH's own {@code OperationsPerInvocation} divides sampled times as whole
     * nanoseconds, which leaves nothing of 2.3 ns.
     */
    int evaluations() default 1;
}
