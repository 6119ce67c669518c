package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Walk;
import java.util.List;

/** The elements that a domain reads from an array, one after the other. */
final class Entries {
    private static final int PIECE = 128;

    private final Pass.Source source;
    private final Walk walk;
    private final double[] piece = new double[PIECE];

    Entries(Pass.Source source, Domain domain) {
        this.source = source;
        this.walk = new Walk(Walk.loops(domain, List.of(source.access())), PIECE);
    }

    void copy(long[] addresses, double[] to) {
        for (boolean more = walk.restart(); more; more = walk.next()) {
            walk.load(addresses, source, piece);
            System.arraycopy(piece, 0, to, walk.start(), walk.length());
        }
    }
}
